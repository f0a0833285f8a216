#[cfg(test)]
mod tests {
    #[test]
    fn array_list_capacity() {
        let mut list: Vec<u32> = Vec::new();
        list.extend_from_slice(&[1u32, 2, 3]);
        assert!(list.capacity() >= 3);
    }
}
