#[cfg(test)]
mod tests {
    #[test]
    fn array_list_expand_to_capacity() {
        let mut list: Vec<u32> = Vec::new();
        list.extend_from_slice(&[1u32, 2, 3]);
        list.resize(list.capacity(), 0u32);
        assert_eq!(list.capacity(), list.len());
    }
}
