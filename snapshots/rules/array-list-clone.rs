#[cfg(test)]
mod tests {
    #[test]
    fn array_list_clone() {
        let mut list: Vec<u32> = Vec::new();
        list.extend_from_slice(&[1u32, 2, 3]);
        let mut _copy: Vec<u32> = list.clone();
        _copy[0] = 7;
        assert_eq!(&[1u32, 2, 3], &list[..]);
    }
}
