mod rt;

#[cfg(test)]
mod tests {
    use crate::rt::array_hash_map;

    #[test]
    fn array_hash_map_get_or_put_value() {
        let mut map: array_hash_map::AutoArrayHashMap<u32, u8> =
            array_hash_map::ArrayHashMap::new();
        map.put(3u32, 30u8);
        map.put(1u32, 10u8);
        map.put(2u32, 20u8);
        let entry = map.get_or_put_value(7u32, 70u8);
        *entry.value_ptr += 1;
        assert_eq!(71, map.get(&7u32).copied().unwrap());
    }
}
