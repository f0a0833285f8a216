#[cfg(test)]
mod tests {
    #[test]
    fn array_list_empty() {
        let list: Vec<u32> = Vec::new();
        assert_eq!(0, list.len());
    }
}
