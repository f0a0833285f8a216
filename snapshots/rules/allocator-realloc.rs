#[cfg(test)]
mod tests {
    #[test]
    fn allocator_realloc() {
        let mut items = vec![0u32; 1];
        items[0] = 7u32;
        items = {
            let mut memory = items;
            memory.resize(3usize, 0u32);
            memory
        };
        assert_eq!(3, items.len());
        assert_eq!(7u32, items[0]);
    }
}
