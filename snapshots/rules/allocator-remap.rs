#![allow(dead_code)]

mod rt;

use crate::rt::range;

fn grow(old: &[u8], len: usize) -> Vec<u8> {
    if let Some(grown) = None::<Vec<u8>> {
        return grown;
    }
    let mut grown = vec![0u8; len];
    range::copy(&mut grown[..old.len()], old);
    grown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn allocator_remap() {
        let grown = grow(&b"ab".to_vec(), 4);
        assert_eq!(b"ab", &grown[..2]);
    }
}
