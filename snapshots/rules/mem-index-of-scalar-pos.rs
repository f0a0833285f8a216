#![allow(dead_code)]

fn find(text: &[u8], start: usize, c: u8) -> Option<usize> {
    text.iter()
        .skip(start)
        .position(|&item| item == c)
        .map(|index| index + start)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mem_index_of_scalar_pos() {
        assert_eq!(Some(3), find(b"hello", 3, b'l'));
        assert!(find(b"hello", 9, b'l').is_none());
    }
}
