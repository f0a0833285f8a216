#![allow(dead_code)]

mod rt;

use crate::rt::{io, reader};

fn copy(r: &mut reader::Reader<'_>, w: &mut io::Writer<'_>) -> Result<(), reader::StreamError> {
    r.stream_exact(&mut *w, 4usize)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rt::{io, reader};

    #[test]
    fn io_reader_stream_exact() {
        let mut r: reader::Reader<'_> = reader::Reader::fixed(b"ab,c");
        let mut buffer: [u8; 8] = [0; 8];
        let mut w: io::Writer<'_> = io::Writer::fixed(&mut buffer);
        copy(&mut r, &mut w).unwrap();
        assert_eq!(b"ab,c", w.buffered());
    }
}
