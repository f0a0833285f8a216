#![allow(dead_code)]

fn label(n: u32) -> Vec<u8> {
    format!("n{}", n).into_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fmt_alloc_print() {
        let text = label(12);
        assert_eq!(b"n12", &text[..]);
    }
}
