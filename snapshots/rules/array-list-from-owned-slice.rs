#[cfg(test)]
mod tests {
    #[test]
    fn array_list_from_owned_slice() {
        let memory = [1u32, 2].to_vec();
        let mut list: Vec<u32> = memory;
        list.push(3);
        assert_eq!(&[1u32, 2, 3], &list[..]);
    }
}
