#![allow(dead_code)]

fn check(a: &[u8], c: u8) -> bool {
    a.iter().all(|&item| item == c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mem_all_equal() {
        assert!(check(b"aaa", b'a'));
        assert!(!check(b"aba", b'a'));
    }
}
