#[cfg(test)]
mod tests {
    #[test]
    fn array_list_get_last() {
        let mut list: Vec<u32> = Vec::new();
        list.extend_from_slice(&[1u32, 2, 3]);
        assert_eq!(3, list[list.len() - 1]);
    }
}
