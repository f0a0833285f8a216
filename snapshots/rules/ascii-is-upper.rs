#![allow(dead_code)]

fn check(c: u8) -> bool {
    c.is_ascii_uppercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ascii_is_upper() {
        assert!(check(b'A'));
        assert!(!check(b'a'));
    }
}
