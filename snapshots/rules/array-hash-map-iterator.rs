#![allow(clippy::while_let_on_iterator)]

mod rt;

#[cfg(test)]
mod tests {
    use crate::rt::array_hash_map;

    #[test]
    fn array_hash_map_iterator() {
        let mut map: array_hash_map::AutoArrayHashMap<u32, u8> =
            array_hash_map::ArrayHashMap::new();
        map.put(3u32, 30u8);
        map.put(1u32, 10u8);
        map.put(2u32, 20u8);
        let mut sum: u32 = 0;
        let mut entries = map.entries();
        while let Some(entry) = entries.next() {
            sum += *entry.key_ptr * u32::from(*entry.value_ptr);
        }
        assert_eq!(140, sum);
    }
}
