#![allow(dead_code)]

mod rt;

use crate::rt::io;

fn write(w: &mut io::Writer<'_>) -> Result<(), io::WriteError> {
    write!(w, "12")?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rt::io;

    #[test]
    fn io_discarding_writer() {
        let mut buffer: [u8; 8] = [0; 8];
        let mut sink: io::Discarding<'_> = io::Discarding::new(&mut buffer);
        write(&mut sink.writer).unwrap();
        assert_eq!(2, sink.full_count());
    }
}
