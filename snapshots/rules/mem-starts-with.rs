#![allow(dead_code)]

fn check(a: &[u8], b: &[u8]) -> bool {
    a.starts_with(b)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mem_starts_with() {
        assert!(check(b"abc", b"ab"));
        assert!(!check(b"abc", b"b"));
    }
}
