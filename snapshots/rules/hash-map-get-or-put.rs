mod rt;

#[cfg(test)]
mod tests {
    use crate::rt::hash_map;

    #[test]
    fn hash_map_get_or_put() {
        let mut map: hash_map::AutoHashMap<u32, u8> = hash_map::HashMap::new();
        map.put(1u32, 10u8);
        let slot = map.get_or_put_with(2u32, || 0u8);
        if !slot.found_existing {
            *slot.value_ptr = 5;
        }
        assert_eq!(Some(5u8), map.get(&2u32).copied());
    }
}
