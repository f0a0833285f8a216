#![allow(dead_code)]

fn check(a: &[u8], b: &[u8]) -> bool {
    a == b
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mem_eql() {
        assert!(check(b"abc", b"abc"));
        assert!(!check(b"abc", b"abd"));
    }
}
