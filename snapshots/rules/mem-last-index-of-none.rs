#![allow(dead_code)]

fn find(text: &[u8], values: &[u8]) -> Option<usize> {
    text.iter().rposition(|item| !values.contains(item))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mem_last_index_of_none() {
        assert_eq!(Some(1), find(b"hello", b"lo"));
        assert!(find(b"hello", b"helo").is_none());
    }
}
