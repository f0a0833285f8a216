#![allow(dead_code)]

fn check(c: u8) -> bool {
    c.is_ascii_punctuation()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ascii_is_punctuation() {
        assert!(check(b'!'));
        assert!(!check(b'a'));
    }
}
