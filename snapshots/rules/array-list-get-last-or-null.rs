#[cfg(test)]
mod tests {
    #[test]
    fn array_list_get_last_or_null() {
        let mut list: Vec<u32> = Vec::new();
        list.extend_from_slice(&[1u32, 2, 3]);
        assert_eq!(Some(3u32), list.last().copied());
    }
}
