mod rt;

#[cfg(test)]
mod tests {
    use crate::rt::hash_map;

    #[test]
    fn hash_map_get_ptr() {
        let mut map: hash_map::AutoHashMap<u32, u8> = hash_map::HashMap::new();
        map.put(1u32, 10u8);
        if let Some(value) = map.get_ptr(&1u32) {
            *value += 1;
        }
        assert_eq!(Some(11u8), map.get(&1u32).copied());
    }
}
