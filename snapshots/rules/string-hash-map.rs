mod rt;

#[cfg(test)]
mod tests {
    use crate::rt::hash_map;

    #[test]
    fn string_hash_map() {
        let mut map: hash_map::StringHashMap<&[u8], u32> = hash_map::HashMap::new();
        map.put(b"one", 1u32);
        assert_eq!(Some(1u32), map.get(b"one").copied());
    }
}
