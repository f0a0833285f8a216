#[cfg(test)]
mod tests {
    #[test]
    fn array_list_append_slice() {
        let mut list: Vec<u32> = Vec::new();
        list.extend_from_slice(&[1u32, 2, 3]);
        list.extend_from_slice(&[4u32, 5]);
        assert_eq!(&[1u32, 2, 3, 4, 5], &list[..]);
    }
}
