#[cfg(test)]
mod tests {
    #[test]
    fn array_list_items() {
        let mut list: Vec<u32> = Vec::new();
        list.extend_from_slice(&[1u32, 2, 3]);
        list[0] = 7;
        list.truncate(list.len() - 1);
        assert_eq!(&[7u32, 2], &list[..]);
    }
}
