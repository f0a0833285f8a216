#![allow(dead_code)]

fn find(text: &[u8], c: u8) -> Option<usize> {
    text.iter().rposition(|&item| item == c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mem_last_index_of_scalar() {
        assert_eq!(Some(3), find(b"hello", b'l'));
        assert!(find(b"hello", b'x').is_none());
    }
}
