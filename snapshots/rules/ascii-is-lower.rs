#![allow(dead_code)]

fn check(c: u8) -> bool {
    c.is_ascii_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ascii_is_lower() {
        assert!(check(b'a'));
        assert!(!check(b'A'));
    }
}
