#![allow(dead_code)]

mod rt;

use crate::rt::io;

fn label(buffer: &mut [u8], n: u32) -> Result<&[u8], io::BufPrintError> {
    io::buf_print(buffer, format_args!("n{}", n)).map(|value| &*value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fmt_buf_print() {
        let mut buffer: [u8; 8] = [0; 8];
        assert_eq!(b"n12", label(&mut buffer, 12).unwrap());
    }
}
