#![allow(dead_code)]

mod rt;

use crate::rt::reader;

fn read(r: &mut reader::Reader<'_>) -> Result<u8, reader::ReadError> {
    _ = r.peek(2usize)?;
    r.toss(1usize);
    r.take_byte()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rt::reader;

    #[test]
    fn io_reader_toss() {
        let mut r: reader::Reader<'_> = reader::Reader::fixed(b"ab,c");
        assert_eq!(b'b', read(&mut r).unwrap());
    }
}
