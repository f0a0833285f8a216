#[cfg(test)]
mod tests {
    #[test]
    fn array_list_insert_assume_capacity() {
        let mut list: Vec<u32> = Vec::new();
        list.extend_from_slice(&[1u32, 2, 3]);
        list.reserve(1);
        list.insert(0usize, 9);
        assert_eq!(&[9u32, 1, 2, 3], &list[..]);
    }
}
