#[cfg(test)]
mod tests {
    #[test]
    fn array_list_append_n_times() {
        let mut list: Vec<u32> = Vec::new();
        list.extend_from_slice(&[1u32, 2, 3]);
        list.resize(list.len() + 2, 9u32);
        assert_eq!(&[1u32, 2, 3, 9, 9], &list[..]);
    }
}
