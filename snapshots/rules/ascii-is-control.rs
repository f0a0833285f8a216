#![allow(dead_code)]

fn check(c: u8) -> bool {
    c.is_ascii_control()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ascii_is_control() {
        assert!(check(b'\n'));
        assert!(!check(b'a'));
    }
}
