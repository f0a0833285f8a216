mod rt;

#[cfg(test)]
mod tests {
    use crate::rt::hash_map;

    #[test]
    fn hash_map_move() {
        let mut map: hash_map::AutoHashMap<u32, u8> = hash_map::HashMap::new();
        map.put(1u32, 10u8);
        let other: hash_map::AutoHashMap<u32, u8> = map.take();
        assert_eq!(0, map.count());
        assert_eq!(1, other.count());
    }
}
