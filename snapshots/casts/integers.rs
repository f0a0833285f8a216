//! Casts between integers: those that may fail trap, the others cannot.

#![allow(dead_code)]

mod rt;

use crate::rt::int::OddInt;

fn to_byte(value: u32) -> u8 {
    u8::try_from(value).unwrap()
}

fn to_signed(value: u64) -> i64 {
    i64::try_from(value).unwrap()
}

fn to_odd(value: u32) -> u16 {
    value.int_cast::<u16, 12>()
}

fn wider(value: u8) -> u32 {
    u32::from(value)
}

fn index(value: u32) -> usize {
    value as usize
}

fn signed_wider(value: u16) -> i32 {
    i32::from(value)
}

fn from_odd(value: u8) -> u8 {
    value
}

fn low_bits(value: u32) -> u8 {
    value as u8
}

fn low_odd(value: i32) -> i8 {
    value.truncate_to::<i8, 5>()
}

fn ascription(byte: u8) -> u16 {
    u16::from(byte) * 257
}

fn mean(sum: u32, count: u8) -> f32 {
    sum as f32 / count as f32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn integers() {
        assert!(to_byte(200) == 200 && to_signed(7) == 7 && to_odd(4095) == 4095);
        assert!(
            wider(255) == 255
                && index(9) == 9
                && signed_wider(65535) == 65535
                && from_odd(31) == 31
        );
        assert!(low_bits(0x1234) == 0x34 && low_odd(0x1f) == -1);
        assert!(ascription(255) == 65535);
        assert!(mean(7, 2) == 3.5);
        let bits: u32 = 4294967295;
        assert!(bits == 0xffff_ffff);
        let items = [1u8, 2, 3];
        let last: u32 = 2;
        assert!(items[last as usize] == 3);
        let letter: u8 = b'a' + u8::try_from(last).unwrap();
        assert!(letter == b'c');
    }
}
