#![allow(dead_code)]

mod rt;

fn count() -> u32 {
    7
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rt::{fmt, io};

    #[test]
    fn testing_expect_fmt() {
        assert_eq!(
            io::format_bytes(format_args!("n = {:0>3}", fmt::Dec(count()))),
            b"n = 007"
        );
    }
}
