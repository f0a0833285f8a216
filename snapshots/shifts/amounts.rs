//! Shifts, whose amounts Zig checks by their type.

#![allow(arithmetic_overflow, dead_code)]

mod rt;
pub mod zig_std;

use crate::rt::int::OddInt;
use crate::zig_std::math;

fn bit(index: u8) -> u32 {
    1 << index
}

fn high_byte(value: u32) -> u8 {
    (value >> 24) as u8
}

fn arithmetic(value: i16, by: u8) -> i16 {
    value >> by
}

fn times(value: u16, by: u8) -> u16 {
    value.shl_exact_checked::<16>(u32::from(by))
}

fn parts(value: u16, by: u8) -> u16 {
    value.shr_exact_checked::<16>(u32::from(by))
}

fn saturated(value: u8, by: u8) -> u8 {
    value.shl_saturating::<8>(u32::from(by))
}

fn rotated(value: u32, by: u8) -> u32 {
    math::rotl_u32_u5(value, by)
}

fn odd_width(value: u32, by: u8) -> u32 {
    value.shl_checked::<24>(u32::from(by)) >> 1
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rt::int::OddInt;

    #[test]
    fn amounts() {
        assert!(bit(31) == 0x8000_0000 && bit(0) == 1);
        assert!(high_byte(0x12345678) == 0x12);
        assert!(arithmetic(-16, 2) == -4);
        assert!(times(3, 4) == 48 && parts(48, 4) == 3);
        assert!(saturated(0x81, 1) == 255 && saturated(3, 2) == 12);
        assert!(rotated(0x8000_0001, 4) == 0x18);
        assert!(odd_width(0xffffff, 4) == 0x7ffff8);
        let mut mask: u64 = 0;
        for index in [1u8, 5, 63] {
            mask |= 1 << index;
        }
        assert!(mask.count_ones() as u8 == 3);
        mask >>= 60;
        assert!(mask == 8);
        let position: usize = 3;
        assert!(1u8 << position.int_cast::<u8, 3>() == 8);
    }
}
