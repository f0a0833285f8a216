#[cfg(test)]
mod tests {
    #[test]
    fn array_list_init_capacity() {
        let mut list: Vec<u32> = Vec::with_capacity(4usize);
        list.push(1);
        assert_eq!(1, list.len());
    }
}
