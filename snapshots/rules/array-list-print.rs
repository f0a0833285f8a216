mod rt;

#[cfg(test)]
mod tests {
    use crate::rt::io;

    #[test]
    fn array_list_print() {
        let mut list: Vec<u8> = Vec::new();
        list.extend_from_slice(b"n: ");
        list.extend(io::format_bytes(format_args!("7, seven")));
        assert_eq!(b"n: 7, seven", &list[..]);
    }
}
