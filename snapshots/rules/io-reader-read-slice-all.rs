#![allow(dead_code)]

mod rt;

use crate::rt::reader;

fn read(r: &mut reader::Reader<'_>) -> Result<u8, reader::ReadError> {
    let mut pair: [u8; 2] = [0; 2];
    r.read_slice_all(&mut pair)?;
    Ok(pair[1])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rt::reader;

    #[test]
    fn io_reader_read_slice_all() {
        let mut r: reader::Reader<'_> = reader::Reader::fixed(b"ab,c");
        assert_eq!(b'b', read(&mut r).unwrap());
    }
}
