//! Integers of other widths lie in the next one that Rust has, and keep to their own.

#![allow(dead_code, clippy::manual_is_multiple_of)]

mod rt;

use crate::rt::int::OddInt;

fn louder(volume: u8, by: u8) -> u8 {
    volume.add_saturating::<4>(by)
}

fn around(hour: u8, by: u8) -> u8 {
    hour.add_wrapping::<5>(by) % 24
}

/// One check at the end of the chain.
fn total(a: u32, b: u32, c: u32) -> u32 {
    (a + b * c).fit::<21>()
}

/// One check before each operand of a difference.
fn difference(a: u32, b: u32, c: u32) -> u32 {
    a.add_checked::<21>(b).sub_checked::<21>(c)
}

/// Nothing to check: these only get smaller.
fn smaller(a: u16, b: u16) -> u16 {
    a / b % 7
}

fn quarter(a: u16) -> u16 {
    a >> 2
}

fn flipped(a: u8) -> u8 {
    a.not_at::<6>()
}

fn name(level: u8) -> &'static [u8] {
    match level {
        0 => b"off",
        1 => b"low",
        2 => b"mid",
        3 => b"high",
        _ => unreachable!(),
    }
}

fn half(value: i8) -> i8 {
    value / 2
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rt::int::OddInt;

    #[test]
    fn checked() {
        assert!(louder(12, 9) == 15);
        assert!(around(20, 3) == 23);
        assert!(total(1, 2, 3) == 7);
        assert!(difference(10, 5, 12) == 3);
        assert!(smaller(4000, 30) == 133 % 7);
        assert!(quarter(4000) == 1000);
        assert!(flipped(0b101010) == 0b010101);
        assert_eq!(b"high", name(3));
        assert!(half(-64) == -32);
        let mut bit: u8 = 0;
        bit = bit.add_wrapping::<1>(1);
        assert!(bit == 1);
        bit = bit.add_wrapping::<1>(1);
        assert!(bit == 0);
        let mut wide: u128 = 1 << 64;
        wide = wide.sub_checked::<65>(1);
        assert!(wide == 18446744073709551615);
    }
}
