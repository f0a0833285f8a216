#![allow(dead_code)]

fn find(text: &[u8], c: u8) -> Option<usize> {
    text.iter().position(|&item| item == c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mem_index_of_scalar() {
        assert_eq!(Some(2), find(b"hello", b'l'));
        assert!(find(b"hello", b'x').is_none());
    }
}
