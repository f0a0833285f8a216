#![allow(dead_code)]

fn find(text: &[u8], values: &[u8]) -> Option<usize> {
    text.iter().rposition(|item| values.contains(item))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mem_last_index_of_any() {
        assert_eq!(Some(3), find(b"hello", b"el"));
        assert!(find(b"hello", b"x").is_none());
    }
}
