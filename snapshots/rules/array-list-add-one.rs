#[cfg(test)]
mod tests {
    #[test]
    fn array_list_add_one() {
        let mut list: Vec<u32> = Vec::new();
        list.extend_from_slice(&[1u32, 2, 3]);
        let slot = {
            list.push(0);
            list.last_mut().unwrap()
        };
        *slot = 4u32;
        assert_eq!(&[1u32, 2, 3, 4], &list[..]);
    }
}
