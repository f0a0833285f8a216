#![allow(dead_code)]

fn check(a: &[u8], b: &[u8]) -> bool {
    a.ends_with(b)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mem_ends_with() {
        assert!(check(b"abc", b"bc"));
        assert!(!check(b"abc", b"b"));
    }
}
