#![allow(dead_code)]

fn check(c: u8) -> bool {
    c.is_ascii_alphanumeric()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ascii_is_alphanumeric() {
        assert!(check(b'7'));
        assert!(!check(b'-'));
    }
}
