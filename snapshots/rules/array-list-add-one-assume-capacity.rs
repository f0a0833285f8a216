#[cfg(test)]
mod tests {
    #[test]
    fn array_list_add_one_assume_capacity() {
        let mut list: Vec<u32> = Vec::new();
        list.extend_from_slice(&[1u32, 2, 3]);
        list.reserve(1);
        *{
            list.push(0);
            list.last_mut().unwrap()
        } = 4u32;
        assert_eq!(&[1u32, 2, 3, 4], &list[..]);
    }
}
