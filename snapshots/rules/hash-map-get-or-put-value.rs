mod rt;

#[cfg(test)]
mod tests {
    use crate::rt::hash_map;

    #[test]
    fn hash_map_get_or_put_value() {
        let mut map: hash_map::AutoHashMap<u32, u8> = hash_map::HashMap::new();
        map.put(1u32, 10u8);
        let entry = map.get_or_put_value(2u32, 6u8);
        assert_eq!(6, *entry.value_ptr);
    }
}
