mod rt;

#[cfg(test)]
mod tests {
    use crate::rt::array_hash_map;

    #[test]
    fn string_array_hash_map() {
        let mut map: array_hash_map::StringArrayHashMap<&[u8], u8> =
            array_hash_map::ArrayHashMap::new();
        map.put(b"one", 1u8);
        map.put(b"two", 2u8);
        assert_eq!(b"two", map.keys()[1]);
        assert_eq!(1, map.get(b"one").copied().unwrap());
    }
}
