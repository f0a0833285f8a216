#![allow(dead_code)]

fn check(c: u8) -> bool {
    matches!(c, b' ' | b'\t'..=b'\r')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ascii_is_whitespace() {
        assert!(check(0x0b));
        assert!(!check(b'a'));
    }
}
