#[cfg(test)]
mod tests {
    #[test]
    fn array_list_insert_slice() {
        let mut list: Vec<u32> = Vec::new();
        list.extend_from_slice(&[1u32, 2, 3]);
        drop(list.splice(1..1usize, [8u32, 9].iter().copied()));
        assert_eq!(&[1u32, 8, 9, 2, 3], &list[..]);
    }
}
