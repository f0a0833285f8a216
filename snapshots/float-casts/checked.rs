//! From numbers with a fraction to numbers without: what does not fit traps.

#![allow(dead_code)]

mod rt;

use crate::rt::int::IntFromFloat;

fn rounded(value: f64) -> i32 {
    value.round().int_from_float::<i32, 32>()
}

fn pixel(share: f32) -> u8 {
    (share * 255.0).int_from_float::<u8, 8>()
}

fn odd_width(value: f32) -> u16 {
    value.int_from_float::<u16, 12>()
}

fn from_int(count: u64) -> f32 {
    count as f32
}

fn narrowed(value: f64) -> f32 {
    value as f32
}

fn widened(value: f32) -> f64 {
    f64::from(value)
}

fn degrees(flag: bool, steps: i32) -> f64 {
    45.0 * steps as f64 + u8::from(flag) as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn checked() {
        assert!(rounded(2.5) == 3 && rounded(-2.5) == -3);
        assert!(pixel(1.0) == 255 && pixel(0.999) == 254);
        assert!(odd_width(4095.9) == 4095);
        assert!(from_int(16777217) == 16777216.0);
        assert!(widened(narrowed(0.1)) != 0.1 && widened(0.5) == 0.5);
        assert!(degrees(true, -2) == -89.0);
    }
}
