//! A union without a tag has one in Rust, privately; an `extern union` is one.

#![allow(
    dead_code,
    unused_assignments,
    clippy::assertions_on_constants,
    clippy::should_implement_trait
)]

mod rt;

use crate::rt::trap;

#[derive(Clone, Copy)]
enum Slot {
    Index(u32),
    Name(&'static [u8]),
    Empty,
}

impl Slot {
    /// The payload of `index`; traps where another field is active.
    pub fn as_index(&self) -> &u32 {
        match self {
            Self::Index(payload) => payload,
            Self::Name(..) => trap::inactive_union_field("name", "index"),
            Self::Empty => trap::inactive_union_field("empty", "index"),
        }
    }

    /// The payload of `index`; traps where another field is active.
    pub fn as_index_mut(&mut self) -> &mut u32 {
        match self {
            Self::Index(payload) => payload,
            Self::Name(..) => trap::inactive_union_field("name", "index"),
            Self::Empty => trap::inactive_union_field("empty", "index"),
        }
    }

    /// The payload of `name`; traps where another field is active.
    pub fn as_name(&self) -> &&'static [u8] {
        match self {
            Self::Name(payload) => payload,
            Self::Index(..) => trap::inactive_union_field("index", "name"),
            Self::Empty => trap::inactive_union_field("empty", "name"),
        }
    }

    /// The payload of `name`; traps where another field is active.
    pub fn as_name_mut(&mut self) -> &mut &'static [u8] {
        match self {
            Self::Name(payload) => payload,
            Self::Index(..) => trap::inactive_union_field("index", "name"),
            Self::Empty => trap::inactive_union_field("empty", "name"),
        }
    }
}

impl Slot {
    fn next(&mut self) {
        *self.as_index_mut() += 1;
    }
}

#[derive(Clone, Copy)]
#[repr(C)]
union Word {
    whole: u32,
    bytes: [u8; 4],
    real: f32,
}

fn lowest(word: Word) -> u8 {
    // SAFETY: the fields of an extern union share their bytes, as in the Zig code
    unsafe { word.bytes[0] }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bare() {
        let mut slot: Slot = Slot::Index(4);
        slot.next();
        assert!(*slot.as_index() == 5);
        slot = Slot::Name(b"five");
        assert_eq!(b"five", *slot.as_name());
        *slot.as_name_mut() = b"six";
        assert!((*slot.as_name()).len() == 3);
        slot = Slot::Empty;
        assert!(true);
    }

    #[test]
    fn r#extern() {
        let mut word = Word { whole: 0x01020304 };
        assert!(lowest(word) == 4);
        // SAFETY: the fields of an extern union share their bytes, as in the Zig code
        unsafe {
            word.bytes[0] = 0xff;
            assert!(word.whole == 0x010203ff);
        }
        word.real = 1.0;
        // SAFETY: the fields of an extern union share their bytes, as in the Zig code
        unsafe {
            assert!(word.whole == 0x3f800000);
        }
    }
}
