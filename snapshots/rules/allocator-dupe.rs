#![allow(dead_code)]

fn copy(text: &[u8]) -> Vec<u8> {
    text.to_vec()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn allocator_dupe() {
        let mut text = copy(b"abc");
        text[0] = b'x';
        assert_eq!(b"xbc", &text[..]);
    }
}
