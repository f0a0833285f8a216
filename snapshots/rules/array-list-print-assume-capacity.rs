mod rt;

#[cfg(test)]
mod tests {
    use crate::rt::io;

    #[test]
    fn array_list_print_assume_capacity() {
        let mut list: Vec<u8> = Vec::new();
        list.reserve(16);
        list.extend(io::format_bytes(format_args!("42")));
        assert_eq!(b"42", &list[..]);
    }
}
