mod rt;

#[cfg(test)]
mod tests {
    use crate::rt::array_hash_map;

    #[test]
    fn array_hash_map_get_or_put_index() {
        let mut map: array_hash_map::AutoArrayHashMap<u32, u8> =
            array_hash_map::ArrayHashMap::new();
        map.put(3u32, 30u8);
        map.put(1u32, 10u8);
        map.put(2u32, 20u8);
        let entry = map.get_or_put_with(7u32, || 0u8);
        assert!(!entry.found_existing);
        assert_eq!(3, entry.index);
        assert_eq!(7, *entry.key_ptr);
        *entry.value_ptr = 70;
        assert_eq!(70, map.get(&7u32).copied().unwrap());
    }
}
