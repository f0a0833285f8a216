#![allow(clippy::useless_vec)]

#[cfg(test)]
mod tests {
    #[test]
    fn allocator_resize() {
        let items = vec![0u32; 1];
        if false {
            assert_eq!(1, items.len());
        }
    }
}
