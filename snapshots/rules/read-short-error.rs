#![allow(dead_code)]

mod rt;

use crate::rt::reader;

fn read(r: &mut reader::Reader<'_>) -> Result<usize, reader::ShortError> {
    let mut bytes: [u8; 8] = [0; 8];
    r.read_slice_short(&mut bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rt::reader;

    #[test]
    fn read_short_error() {
        let mut r: reader::Reader<'_> = reader::Reader::fixed(b"ab,c");
        assert_eq!(4, read(&mut r).unwrap());
    }
}
