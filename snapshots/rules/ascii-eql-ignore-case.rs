#![allow(dead_code)]

fn is_yes(text: &[u8]) -> bool {
    text.eq_ignore_ascii_case(b"yes")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ascii_eql_ignore_case() {
        assert!(is_yes(b"Yes"));
        assert!(!is_yes(b"no"));
    }
}
