#[cfg(test)]
mod tests {
    #[test]
    fn array_list_append() {
        let mut list: Vec<u32> = Vec::new();
        list.extend_from_slice(&[1u32, 2, 3]);
        list.push(4);
        assert_eq!(&[1u32, 2, 3, 4], &list[..]);
    }
}
