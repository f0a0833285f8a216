#![allow(dead_code)]

fn count(text: &[u8], c: u8) -> usize {
    text.iter().filter(|&&item| item == c).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mem_count_scalar() {
        assert_eq!(2, count(b"hello", b'l'));
    }
}
