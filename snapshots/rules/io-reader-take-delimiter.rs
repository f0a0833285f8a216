#![allow(dead_code)]

mod rt;

use crate::rt::reader;

fn read(r: &mut reader::Reader<'_>) -> Result<usize, reader::TooLongError> {
    let piece = r.take_delimiter(b',')?;
    if let Some(found) = piece {
        Ok(found.len())
    } else {
        Ok(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rt::reader;

    #[test]
    fn io_reader_take_delimiter() {
        let mut r: reader::Reader<'_> = reader::Reader::fixed(b"ab,c");
        assert_eq!(2, read(&mut r).unwrap());
    }
}
