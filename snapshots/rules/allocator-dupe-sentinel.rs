#![allow(dead_code)]

mod rt;

fn copy(text: &[u8]) -> Vec<u8> {
    text.to_vec()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rt::sentinel;

    #[test]
    fn allocator_dupe_sentinel() {
        let mut text = copy(b"abc");
        text[0] = b'x';
        assert_eq!(b"xbc", &text[..]);
        assert_eq!(0u8, sentinel::at(&text, text.len(), 0));
    }
}
