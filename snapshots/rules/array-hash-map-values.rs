mod rt;

#[cfg(test)]
mod tests {
    use crate::rt::array_hash_map;

    #[test]
    fn array_hash_map_values() {
        let mut map: array_hash_map::AutoArrayHashMap<u32, u8> =
            array_hash_map::ArrayHashMap::new();
        map.put(3u32, 30u8);
        map.put(1u32, 10u8);
        map.put(2u32, 20u8);
        for value in map.values_mut().iter_mut() {
            *value += 1;
        }
        assert_eq!(11, map.values()[1]);
    }
}
