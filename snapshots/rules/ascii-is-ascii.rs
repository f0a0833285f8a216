#![allow(dead_code)]

fn check(c: u8) -> bool {
    c.is_ascii()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ascii_is_ascii() {
        assert!(check(0x7f));
        assert!(!check(0x80));
    }
}
