//! What is known at comptime stays what the author wrote, where it has a name in the Rust.

#![allow(arithmetic_overflow, dead_code, clippy::assertions_on_constants)]

mod rt;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
enum Level {
    Low = 1,
    High = 9,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(transparent)]
struct Flags(u16);

impl Flags {
    fn ready(self) -> bool {
        self.0 & 1 != 0
    }

    fn set_ready(&mut self, value: bool) {
        self.0 = self.0 & !1 | u16::from(value);
    }

    fn mode(self) -> u8 {
        (self.0 >> 1 & 7) as u8
    }

    fn set_mode(&mut self, value: u8) {
        self.0 = self.0 & !(7 << 1) | (u16::from(value) & 7) << 1;
    }

    fn level(self) -> u8 {
        (self.0 >> 4 & 0xff) as u8
    }

    fn set_level(&mut self, value: u8) {
        self.0 = self.0 & !(0xff << 4) | u16::from(value) << 4;
    }

    fn rest(self) -> i8 {
        ((self.0 >> 12 & 0xf) as i8) << 4 >> 4
    }

    fn set_rest(&mut self, value: i8) {
        self.0 = self.0 & !(0xf << 12) | (value as u16 & 0xf) << 12;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rt::int::OddInt;

    #[test]
    fn elements_and_what_is_behind_references() {
        let sizes: &[u16] = &[3, 5, 8];
        let first: &u16 = &sizes[0];
        assert!(sizes[1] == 5);
        assert!(sizes.len() == 3);
        assert!(*first == 3);
    }

    #[test]
    fn builtins_of_named_things() {
        let wide: u16 = 0x1234;
        let narrow: u8 = wide as u8;
        let sum = narrow.add_with_overflow::<8>(0xff);
        assert!(narrow == 0x34);
        assert!(sum.0 == 0x33);
        assert!(Level::High as u8 == 9);
        let bytes: [u8; 2] = wide.to_ne_bytes();
        assert!(u16::from_ne_bytes(bytes) == wide);
    }

    #[test]
    fn packed() {
        let flags: Flags = Flags(0xec8b);
        assert!(flags.mode() == 5);
        assert!(flags.level() == 200);
        assert!(flags.rest() == -2);
    }
}
