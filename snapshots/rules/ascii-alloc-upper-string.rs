#[cfg(test)]
mod tests {
    #[test]
    fn ascii_alloc_upper_string() {
        let text = b"Hello".to_ascii_uppercase();
        assert_eq!(b"HELLO", &text[..]);
    }
}
