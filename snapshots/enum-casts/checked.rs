//! Enums and numbers: a number that is no tag traps.

#![allow(dead_code)]

mod rt;

use crate::rt::int::OddInt;
use crate::rt::trap;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
enum Level {
    Low = 1,
    Middle = 5,
    High = 9,
}

impl Level {
    /// The tag with this integer; traps where there is none.
    pub fn from_raw(raw: u8) -> Self {
        match raw {
            1 => Self::Low,
            5 => Self::Middle,
            9 => Self::High,
            _ => trap::invalid_enum_value(),
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
enum Suit {
    Clubs,
    Diamonds,
    Hearts,
    Spades,
}

impl Suit {
    /// The tag with this integer; traps where there is none.
    pub fn from_raw(raw: u8) -> Self {
        match raw {
            0 => Self::Clubs,
            1 => Self::Diamonds,
            2 => Self::Hearts,
            3 => Self::Spades,
            _ => trap::invalid_enum_value(),
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(transparent)]
struct Signal(pub u8);

impl Signal {
    pub const START: Self = Self(1);
    pub const STOP: Self = Self(2);
}

fn level(raw: u8) -> Level {
    Level::from_raw(raw)
}

fn next(suit: Suit) -> Suit {
    Suit::from_raw((suit as u8).add_checked::<2>(1))
}

fn signal(raw: u8) -> Signal {
    Signal(raw)
}

fn weight(of: Level) -> u32 {
    u32::from(of as u8) * 10
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn checked() {
        assert!(level(5) == Level::Middle && weight(level(9)) == 90);
        assert!(next(Suit::Clubs) == Suit::Diamonds && next(Suit::Hearts) == Suit::Spades);
        assert!(signal(2) == Signal::STOP && signal(7).0 == 7);
        let chosen = u8::from(level(1) == Level::Low);
        assert!(chosen == 1);
    }
}
