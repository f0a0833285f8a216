#[cfg(test)]
mod tests {
    #[test]
    fn array_list_append_n_times_assume_capacity() {
        let mut list: Vec<u8> = Vec::with_capacity(8usize);
        list.resize(list.len() + 3, b'x');
        assert_eq!(b"xxx", &list[..]);
    }
}
