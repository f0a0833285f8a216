mod rt;

#[cfg(test)]
mod tests {
    use crate::rt::range;

    #[test]
    fn array_list_add_many_as_slice() {
        let mut list: Vec<u8> = Vec::new();
        list.push(b'a');
        range::copy(
            {
                let start = list.len();
                list.resize(start + 2, 0u8);
                &mut list[start..]
            },
            b"bc",
        );
        assert_eq!(b"abc", &list[..]);
    }
}
