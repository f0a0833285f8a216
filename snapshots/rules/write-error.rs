#![allow(dead_code)]

mod rt;

use crate::rt::io;

fn write(w: &mut io::Writer<'_>) -> Result<(), io::WriteError> {
    w.write_all(b"abc")?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rt::io;

    #[test]
    fn write_error() {
        let mut buffer: [u8; 2] = [0; 2];
        let mut w: io::Writer<'_> = io::Writer::fixed(&mut buffer);
        assert_eq!(write(&mut w).err(), Some(io::WriteError::WriteFailed));
    }
}
