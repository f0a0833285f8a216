#![allow(dead_code)]

mod rt;

use crate::rt::reader;

fn read(r: &mut reader::Reader<'_>) -> Result<usize, reader::DelimiterError> {
    let piece = r.take_delimiter_exclusive(b',')?;
    Ok(piece.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rt::reader;

    #[test]
    fn io_reader_take_delimiter_exclusive() {
        let mut r: reader::Reader<'_> = reader::Reader::fixed(b"ab,c");
        assert_eq!(2, read(&mut r).unwrap());
    }
}
