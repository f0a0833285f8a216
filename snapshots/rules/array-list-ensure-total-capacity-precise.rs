#[cfg(test)]
mod tests {
    #[test]
    fn array_list_ensure_total_capacity_precise() {
        let mut list: Vec<u32> = Vec::new();
        list.extend_from_slice(&[1u32, 2, 3]);
        list.reserve_exact(10usize.saturating_sub(list.len()));
        assert!(list.capacity() >= 10);
    }
}
