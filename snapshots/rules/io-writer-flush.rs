#![allow(dead_code)]

mod rt;

use crate::rt::io;

fn write(w: &mut io::Writer<'_>) -> Result<(), io::WriteError> {
    w.flush()?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rt::io;

    #[test]
    fn io_writer_flush() {
        let mut buffer: [u8; 32] = [0; 32];
        let mut w: io::Writer<'_> = io::Writer::fixed(&mut buffer);
        write(&mut w).unwrap();
        assert!(w.buffered().is_empty());
    }
}
