//! Names that are one in Rust's spelling: the second gets a suffix.

#![allow(arithmetic_overflow, dead_code, clippy::manual_range_contains)]

fn read_all() -> u8 {
    1
}

fn read_all_2() -> u8 {
    2
}

const LIMIT: u8 = 10;
const LIMIT_2: u8 = 20;

fn within(n: u8) -> bool {
    n > LIMIT && n < LIMIT_2
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
enum Mode {
    On,
    On2,
    ON,
}

impl Mode {
    /// The name of the tag, as Zig spells it.
    pub fn tag_name(self) -> &'static str {
        match self {
            Self::On => "on",
            Self::On2 => "On",
            Self::ON => "oN",
        }
    }
}

#[derive(Clone, Copy)]
struct Pair {
    left_side: u8,
    left_side_2: u8,
}

#[derive(Clone, Copy)]
struct Pair2 {
    value: u16,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn collisions() {
        let both = Pair {
            left_side: read_all(),
            left_side_2: read_all_2(),
        };
        assert!(both.left_side == 1 && both.left_side_2 == 2);
        assert!(within(15) && !within(8));
        let mut some_mode: Mode = Mode::On2;
        let mut some_mode_2: Mode = Mode::ON;
        assert!(some_mode != some_mode_2 && some_mode != Mode::On);
        assert_eq!(b"oN", some_mode_2.tag_name().as_bytes());
        some_mode_2 = Mode::On;
        some_mode = some_mode_2;
        assert_eq!(b"on", some_mode.tag_name().as_bytes());
        let mut single = Pair2 { value: 7 };
        single.value += 1;
        assert!(single.value == 8);
    }
}
