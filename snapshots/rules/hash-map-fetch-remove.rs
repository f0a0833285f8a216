mod rt;

#[cfg(test)]
mod tests {
    use crate::rt::hash_map;

    #[test]
    fn hash_map_fetch_remove() {
        let mut map: hash_map::AutoHashMap<u32, u8> = hash_map::HashMap::new();
        map.put(1u32, 10u8);
        let old = map.fetch_remove(&1u32);
        assert_eq!(10, old.unwrap().value);
    }
}
