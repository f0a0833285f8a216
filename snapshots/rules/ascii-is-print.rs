#![allow(dead_code)]

fn check(c: u8) -> bool {
    matches!(c, b' '..=b'~')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ascii_is_print() {
        assert!(check(b' '));
        assert!(!check(b'\n'));
    }
}
