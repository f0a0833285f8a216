#![allow(dead_code)]

mod rt;

use crate::rt::io;

fn width(n: u32) -> u64 {
    io::count(format_args!("{}", n)) as u64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fmt_count() {
        assert_eq!(3, width(120));
    }
}
