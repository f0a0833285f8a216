#![allow(dead_code)]

mod rt;

use crate::rt::io;

fn write(w: &mut io::Writer<'_>) -> Result<(), io::WriteError> {
    write!(w, "1, {}", 2u8)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rt::io;

    #[test]
    fn io_writer_print() {
        let mut buffer: [u8; 32] = [0; 32];
        let mut w: io::Writer<'_> = io::Writer::fixed(&mut buffer);
        write(&mut w).unwrap();
        assert_eq!(b"1, 2", w.buffered());
    }
}
