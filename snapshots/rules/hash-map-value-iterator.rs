#![allow(clippy::while_let_on_iterator)]

mod rt;

#[cfg(test)]
mod tests {
    use crate::rt::hash_map;

    #[test]
    fn hash_map_value_iterator() {
        let mut map: hash_map::AutoHashMap<u32, u8> = hash_map::HashMap::new();
        map.put(1u32, 10u8);
        let mut it = map.value_iterator_mut();
        while let Some(value) = it.next() {
            *value += 1;
        }
        assert_eq!(Some(11u8), map.get(&1u32).copied());
    }
}
