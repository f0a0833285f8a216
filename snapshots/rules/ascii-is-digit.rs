#![allow(dead_code)]

fn check(c: u8) -> bool {
    c.is_ascii_digit()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ascii_is_digit() {
        assert!(check(b'7'));
        assert!(!check(b'a'));
    }
}
