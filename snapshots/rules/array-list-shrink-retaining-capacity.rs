#[cfg(test)]
mod tests {
    #[test]
    fn array_list_shrink_retaining_capacity() {
        let mut list: Vec<u32> = Vec::new();
        list.extend_from_slice(&[1u32, 2, 3]);
        list.truncate(2);
        assert_eq!(&[1u32, 2], &list[..]);
    }
}
