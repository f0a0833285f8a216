#![allow(dead_code)]

mod rt;

use crate::rt::io;

fn label(buffer: &mut [u8], n: u32) -> Result<&[u8], io::BufPrintError> {
    io::buf_print(buffer, format_args!("{}", n)).map(|value| &*value)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rt::io;

    #[test]
    fn buf_print_error() {
        let mut buffer: [u8; 2] = [0; 2];
        assert_eq!(
            label(&mut buffer, 123).err(),
            Some(io::BufPrintError::NoSpaceLeft)
        );
    }
}
