#![allow(dead_code)]

mod rt;

use crate::rt::io;

fn write(w: &mut io::Writer<'_>) -> Result<(), io::WriteError> {
    w.write_all(b"abc")?;
    w.undo(1usize);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rt::io;

    #[test]
    fn io_writer_undo() {
        let mut buffer: [u8; 32] = [0; 32];
        let mut w: io::Writer<'_> = io::Writer::fixed(&mut buffer);
        write(&mut w).unwrap();
        assert_eq!(b"ab", w.buffered());
    }
}
