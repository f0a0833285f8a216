//! Questions about the target.

#![allow(dead_code)]

fn separator() -> u8 {
    b'/'
}

fn line_end() -> &'static [u8] {
    b"\n"
}

fn is_testing() -> bool {
    cfg!(test)
}

const IS_DEBUG: bool = cfg!(debug_assertions);

fn checked(n: u32) -> u32 {
    if IS_DEBUG && n > 100 {
        panic!("too much");
    }
    if cfg!(test) { n + 1 } else { n }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn target() {
        assert_eq!(b'/', separator());
        assert_eq!(b"\n", line_end());
        assert!(is_testing());
        assert_eq!(6, checked(5));
    }
}
