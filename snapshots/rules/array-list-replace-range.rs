#![allow(clippy::identity_op)]

#[cfg(test)]
mod tests {
    #[test]
    fn array_list_replace_range() {
        let mut list: Vec<u32> = Vec::new();
        list.extend_from_slice(&[1u32, 2, 3]);
        drop(list.splice(0..0usize + 2, [9u32].iter().copied()));
        assert_eq!(&[9u32, 3], &list[..]);
    }
}
