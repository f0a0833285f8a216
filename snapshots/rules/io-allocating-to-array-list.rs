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
    fn io_allocating_to_array_list() {
        let mut memory: io::Allocating = io::Allocating::new();
        write(&mut memory.writer).unwrap();
        let list: Vec<u8> = memory.take();
        assert_eq!(b"12", &list[..]);
    }
}
