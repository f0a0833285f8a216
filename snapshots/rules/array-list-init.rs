#[cfg(test)]
mod tests {
    #[test]
    fn array_list_init() {
        let mut list: Vec<u32> = Vec::new();
        list.push(1);
        assert_eq!(1, list.len());
    }
}
