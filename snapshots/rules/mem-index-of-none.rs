#![allow(dead_code)]

fn find(text: &[u8], values: &[u8]) -> Option<usize> {
    text.iter().position(|item| !values.contains(item))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mem_index_of_none() {
        assert_eq!(Some(2), find(b"hello", b"he"));
        assert!(find(b"hello", b"helo").is_none());
    }
}
