#![allow(clippy::while_let_on_iterator)]

mod rt;

#[cfg(test)]
mod tests {
    use crate::rt::hash_map;

    #[test]
    fn hash_map_entry_key_ptr() {
        let mut map: hash_map::AutoHashMap<u32, u8> = hash_map::HashMap::new();
        map.put(1u32, 10u8);
        let mut sum: u32 = 0;
        let mut it = map.entries();
        while let Some(entry) = it.next() {
            sum += *entry.key_ptr + u32::from(*entry.value_ptr);
        }
        assert_eq!(11, sum);
    }
}
