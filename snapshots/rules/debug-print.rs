#![allow(dead_code)]

mod rt;

use crate::rt::{fmt, io};

fn report(name: &[u8], count: u32) {
    eprintln!("{} lines", count);
    io::debug_print(format_args!(
        "{}: {:>4} {:0>2}\n",
        fmt::Bytes(name),
        fmt::Dec(count),
        fmt::Hex(count)
    ));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn debug_print() {
        report(b"log", 12);
    }
}
