//! Questions about the target.

#![allow(dead_code)]

pub mod zig_builtin;

fn separator() -> u8 {
    47
}

fn line_end() -> &'static [u8] {
    b"\n"
}

fn is_testing() -> bool {
    zig_builtin::IS_TEST
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn target() {
        assert_eq!(b'/', separator());
        assert_eq!(b"\n", line_end());
        assert!(is_testing());
    }
}
