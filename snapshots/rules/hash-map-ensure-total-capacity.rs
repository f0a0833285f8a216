mod rt;

#[cfg(test)]
mod tests {
    use crate::rt::hash_map;

    #[test]
    fn hash_map_ensure_total_capacity() {
        let mut map: hash_map::AutoHashMap<u32, u8> = hash_map::HashMap::new();
        map.put(1u32, 10u8);
        map.ensure_total_capacity(20u32);
        assert!(map.capacity() >= 20);
    }
}
