#[cfg(test)]
mod tests {
    #[test]
    fn array_list_resize() {
        let mut list: Vec<u32> = Vec::new();
        list.extend_from_slice(&[1u32, 2, 3]);
        list.resize(5usize, 0u32);
        list[3..].fill(0u32);
        assert_eq!(&[1u32, 2, 3, 0, 0], &list[..]);
    }
}
