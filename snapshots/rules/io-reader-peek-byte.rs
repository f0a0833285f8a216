#![allow(dead_code)]

mod rt;

use crate::rt::reader;

fn read(r: &mut reader::Reader<'_>) -> Result<u8, reader::ReadError> {
    r.peek_byte()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rt::reader;

    #[test]
    fn io_reader_peek_byte() {
        let mut r: reader::Reader<'_> = reader::Reader::fixed(b"ab,c");
        assert_eq!(b'a', read(&mut r).unwrap());
    }
}
