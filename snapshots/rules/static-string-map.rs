#![allow(dead_code)]

mod rt;

use crate::rt::static_string_map;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
enum Kind {
    Apple,
    Pear,
}

static KINDS: static_string_map::StaticStringMap<Kind> =
    static_string_map::StaticStringMap::new(&[(b"pear", Kind::Pear), (b"apple", Kind::Apple)]);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn static_string_map() {
        assert_eq!(Kind::Pear, *KINDS.get(b"pear").as_ref().unwrap());
    }
}
