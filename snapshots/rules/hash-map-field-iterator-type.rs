mod rt;

#[cfg(test)]
mod tests {
    use crate::rt::hash_map;

    #[test]
    fn hash_map_field_iterator_type() {
        let mut map: hash_map::AutoHashMap<u32, u8> = hash_map::HashMap::new();
        map.put(1u32, 10u8);
        let mut sum: u32 = 0;
        let mut it = map.key_iterator();
        while let Some(key) = it.next().map(|value| &*value) {
            sum += *key;
        }
        assert_eq!(1, sum);
    }
}
