#![allow(dead_code)]

fn check(c: u8) -> bool {
    c.is_ascii_alphabetic()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ascii_is_alphabetic() {
        assert!(check(b'q'));
        assert!(!check(b'7'));
    }
}
