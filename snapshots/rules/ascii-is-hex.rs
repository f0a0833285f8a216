#![allow(dead_code)]

fn check(c: u8) -> bool {
    c.is_ascii_hexdigit()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ascii_is_hex() {
        assert!(check(b'f'));
        assert!(!check(b'g'));
    }
}
