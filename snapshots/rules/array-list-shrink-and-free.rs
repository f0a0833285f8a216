#[cfg(test)]
mod tests {
    #[test]
    fn array_list_shrink_and_free() {
        let mut list: Vec<u32> = Vec::new();
        list.extend_from_slice(&[1u32, 2, 3]);
        {
            list.truncate(1);
            list.shrink_to_fit();
        }
        assert_eq!(&[1u32], &list[..]);
    }
}
