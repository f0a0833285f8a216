#![allow(dead_code)]

mod rt;

use crate::rt::io;

fn write(w: &mut io::Writer<'_>) -> Result<(), io::WriteError> {
    w.write_byte(b'a')?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rt::io;

    #[test]
    fn io_writer_write_byte() {
        let mut buffer: [u8; 32] = [0; 32];
        let mut w: io::Writer<'_> = io::Writer::fixed(&mut buffer);
        write(&mut w).unwrap();
        assert_eq!(b"a", w.buffered());
    }
}
