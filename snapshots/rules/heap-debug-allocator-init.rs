#[cfg(test)]
mod tests {
    #[test]
    fn heap_debug_allocator_init() {
        let text = b"text".to_vec();
        assert_eq!(b"text", &text[..]);
    }
}
