#[cfg(test)]
mod tests {
    #[test]
    fn ascii_alloc_lower_string() {
        let text = b"Hello".to_ascii_lowercase();
        assert_eq!(b"hello", &text[..]);
    }
}
