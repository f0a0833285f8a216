//! Arithmetic that traps, wraps, saturates, or tells.

#![allow(dead_code)]

mod rt;

use crate::rt::int::OddInt;

fn area(width: u32, height: u32) -> u32 {
    width * height
}

fn average(a: i32, b: i32) -> i32 {
    (a + b) / 2
}

fn opposite(value: i16) -> i16 {
    -value
}

fn wrapped_opposite(value: i8) -> i8 {
    value.wrapping_neg()
}

fn hash(text: &[u8]) -> u32 {
    let mut result: u32 = 2166136261;
    for &byte in text.iter() {
        result ^= u32::from(byte);
        result = result.wrapping_mul(16777619);
    }
    result
}

fn around(value: u8) -> u8 {
    value.wrapping_add(10).wrapping_sub(20)
}

fn clamped(value: i8, by: i8) -> i8 {
    value
        .saturating_add(by)
        .saturating_sub(by.saturating_mul(2))
}

fn add_carry(a: u64, b: u64, carry: u8) -> (u64, u8) {
    let first = a.add_with_overflow::<64>(b);
    let second = first.0.add_with_overflow::<64>(u64::from(carry));
    (second.0, first.1 | second.1)
}

fn difference(a: u8, b: u8) -> (u8, u8) {
    a.sub_with_overflow::<8>(b)
}

fn doubled(value: u8, times: u8) -> (u8, u8) {
    value.shl_with_overflow::<8>(u32::from(times))
}

fn checked_product(a: u16, b: u16) -> Option<u16> {
    let (product, overflowed) = a.mul_with_overflow::<16>(b);
    if overflowed == 0 { Some(product) } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn overflow() {
        assert!(area(3, 4) == 12 && average(-3, 6) == 1 && opposite(5) == -5);
        assert!(hash(b"zig") != hash(b"giz"));
        assert!(around(250) == 240 && wrapped_opposite(-128) == -128);
        assert!(clamped(120, 20) == 87 && clamped(-120, -20) == -88);
        let (sum, carry) = add_carry(18446744073709551615, 0, 1);
        assert!(sum == 0 && carry == 1);
        assert!(checked_product(200, 300) == Some(60000) && checked_product(300, 300).is_none());
        let (less, borrowed) = difference(3, 5);
        assert!(less == 254 && borrowed == 1);
        let shifted = doubled(0x81, 1);
        assert!(shifted.0 == 2 && shifted.1 == 1);
    }
}
