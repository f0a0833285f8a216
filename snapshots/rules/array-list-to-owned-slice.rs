#[cfg(test)]
mod tests {
    #[test]
    fn array_list_to_owned_slice() {
        let mut list: Vec<u32> = Vec::new();
        list.extend_from_slice(&[1u32, 2, 3]);
        let owned = core::mem::take(&mut list);
        assert_eq!(3, owned.len());
        assert_eq!(0, list.len());
    }
}
