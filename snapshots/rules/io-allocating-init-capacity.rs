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
    fn io_allocating_init_capacity() {
        let mut memory: io::Allocating = io::Allocating::with_capacity(16usize);
        write(&mut memory.writer).unwrap();
        assert_eq!(b"12", memory.written());
    }
}
