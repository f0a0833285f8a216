#[cfg(test)]
mod tests {
    #[test]
    fn array_list_ordered_remove() {
        let mut list: Vec<u32> = Vec::new();
        list.extend_from_slice(&[1u32, 2, 3]);
        assert_eq!(1, list.remove(0));
        assert_eq!(&[2u32, 3], &list[..]);
    }
}
