#![allow(dead_code)]

mod rt;

use crate::rt::io;

fn write(w: &mut io::Writer<'_>) -> Result<(), io::WriteError> {
    w.write_all(b"y")?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rt::io;

    #[test]
    fn io_writer_buffered() {
        let mut buffer: [u8; 32] = [0; 32];
        let mut w: io::Writer<'_> = io::Writer::fixed(&mut buffer);
        write(&mut w).unwrap();
        assert_eq!(b"y", w.buffered());
    }
}
