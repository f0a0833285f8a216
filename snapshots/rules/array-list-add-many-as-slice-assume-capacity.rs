#[cfg(test)]
mod tests {
    #[test]
    fn array_list_add_many_as_slice_assume_capacity() {
        let mut list: Vec<u8> = Vec::with_capacity(4usize);
        let added = {
            let start = list.len();
            list.resize(start + 2, 0u8);
            &mut list[start..]
        };
        added[0] = b'a';
        added[1] = b'b';
        assert_eq!(b"ab", &list[..]);
    }
}
