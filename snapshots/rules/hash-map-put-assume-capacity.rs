mod rt;

#[cfg(test)]
mod tests {
    use crate::rt::hash_map;

    #[test]
    fn hash_map_put_assume_capacity() {
        let mut map: hash_map::AutoHashMap<u32, u8> = hash_map::HashMap::new();
        map.put(1u32, 10u8);
        map.ensure_unused_capacity(1u32);
        map.put_assume_capacity(2u32, 20u8);
        assert_eq!(Some(20u8), map.get(&2u32).copied());
    }
}
