//! Builtins that Rust has as methods, at Zig's result types.

#![allow(dead_code, clippy::identity_op)]

mod rt;

use crate::rt::int::OddInt;
use crate::rt::{exponential, logarithm, trig};

fn width(value: u32) -> u8 {
    32u8.sub_checked::<6>(value.leading_zeros() as u8)
}

fn lowest(value: u64) -> u8 {
    value.trailing_zeros() as u8
}

fn odd(value: u32) -> u8 {
    value.clz::<24>().add_checked::<5>(value.pop_count::<24>())
}

fn swapped(value: u32) -> u32 {
    value.swap_bytes()
}

fn mirrored(value: u8) -> u8 {
    value.reverse_bits()
}

fn distance(a: i32, b: i32) -> u32 {
    (a - b).unsigned_abs()
}

fn clamped_to(value: i64, low: i8, high: u8) -> i16 {
    i16::try_from(value.min(i64::from(high)).max(i64::from(low))).unwrap()
}

fn hypotenuse(a: f64, b: f64) -> f64 {
    (a * a + b * b).sqrt()
}

fn wave(x: f64) -> f64 {
    trig::sin(x) + trig::cos(x) + exponential::exp(x) - logarithm::ln(x + 1.0)
        + exponential::exp2(x)
}

fn steps(x: f32) -> f32 {
    x.floor() + x.ceil() + x.trunc() + x.round() + x.abs()
}

fn line(x: f32, slope: f32, start: f32) -> f32 {
    x.mul_add(slope, start)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn builtins() {
        assert!(width(255) == 8 && width(0) == 0 && lowest(8) == 3 && lowest(0) == 64);
        assert!(odd(0xff) == 24);
        assert!(swapped(0x12345678) == 0x78563412 && mirrored(0b1101) == 0b10110000);
        assert!(distance(-2147483648, 0) == 2147483648 && distance(4, 9) == 5);
        assert!(clamped_to(1000, -5, 200) == 200 && clamped_to(-1000, -5, 200) == -5);
        assert!(hypotenuse(3.0, 4.0) == 5.0 && wave(0.0) == 3.0);
        assert!(steps(-2.5) == -10.0 + 2.5);
        assert!(line(2.0, 3.0, 4.0) == 10.0);
    }
}
