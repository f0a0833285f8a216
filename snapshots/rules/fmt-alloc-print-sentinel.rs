#![allow(dead_code)]

fn label(n: u32) -> Vec<u8> {
    format!("item {}", n).into_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn alloc_print_sentinel() {
        let text = label(7);
        assert_eq!(b"item 7", &text[..]);
    }
}
