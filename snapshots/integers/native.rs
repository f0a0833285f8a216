//! Types of numbers that both languages have.

#![allow(arithmetic_overflow, dead_code)]

use core::ffi::{
    c_char, c_int, c_long, c_longlong, c_short, c_uint, c_ulong, c_ulonglong, c_ushort,
};

#[derive(Clone, Copy)]
struct Sizes {
    tiny: u8,
    small: i16,
    plain: u32,
    large: i64,
    huge: u128,
    lowest: i128,
    count: usize,
    offset: isize,
    single: f32,
    double: f64,
    flag: bool,
}

impl Default for Sizes {
    fn default() -> Self {
        Self {
            tiny: 1,
            small: -2,
            plain: 3,
            large: -4,
            huge: 1267650600228229401496703205376,
            lowest: -170141183460469231731687303715884105728,
            count: 7,
            offset: -8,
            single: 1.5,
            double: 0.1,
            flag: true,
        }
    }
}

fn of_c(a: c_char, b: c_short, c: c_int, d: c_long, e: c_longlong) -> c_longlong {
    i64::from(i32::from(i16::from(a) + b) + c) + d + e
}

fn of_unsigned_c(a: c_ushort, b: c_uint, c: c_ulong, d: c_ulonglong) -> c_ulonglong {
    u64::from(u32::from(a) + b) + c + d
}

fn mean(values: &[f64]) -> f64 {
    let mut sum: f64 = 0.0;
    for &value in values.iter() {
        sum += value;
    }
    sum / values.len() as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn native() {
        let sizes: Sizes = Sizes::default();
        assert!(sizes.tiny == 1 && sizes.small == -2);
        assert!(sizes.plain + u32::from(sizes.tiny) == 4);
        assert!(sizes.huge >> 98 == 4);
        assert!(sizes.lowest < i128::from(sizes.large));
        assert!(sizes.count == 7 && sizes.offset == -8);
        assert!(sizes.single * 2.0 == 3.0);
        assert!(sizes.double + 0.2 != 0.3);
        assert!(sizes.flag);
        assert!(of_c(1, -2, 3, -4, 5) == 3);
        assert!(of_unsigned_c(1, 2, 3, 4) == 10);
        assert!(mean(&[1.0, 2.0, 4.5]) == 2.5);
    }
}
