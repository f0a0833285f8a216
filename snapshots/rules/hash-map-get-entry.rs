mod rt;

#[cfg(test)]
mod tests {
    use crate::rt::hash_map;

    #[test]
    fn hash_map_get_entry() {
        let mut map: hash_map::AutoHashMap<u32, u8> = hash_map::HashMap::new();
        map.put(1u32, 10u8);
        if let Some(entry) = map.get_entry(&1u32) {
            *entry.value_ptr = 12;
        }
        assert_eq!(Some(12u8), map.get(&1u32).copied());
    }
}
