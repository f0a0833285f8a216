//! The same bits as another type.

#![allow(arithmetic_overflow, dead_code)]

use core::mem;

#[derive(Clone, Copy)]
#[repr(C)]
struct Pixel {
    red: u8,
    green: u8,
    blue: u8,
    alpha: u8,
}

fn is_negative(value: f64) -> bool {
    value.to_bits() >> 63 != 0
}

fn from_bits(bits: u32) -> f32 {
    f32::from_bits(bits)
}

fn unsigned(value: i16) -> u16 {
    value as u16
}

fn word(colour: Pixel) -> u32 {
    // SAFETY: both types are plain data of one size
    unsafe { mem::transmute::<Pixel, u32>(colour) }
}

fn pixel(bytes: [u8; 4]) -> Pixel {
    // SAFETY: both types are plain data of one size
    unsafe { mem::transmute::<[u8; 4], Pixel>(bytes) }
}

fn halves(value: u64) -> [u32; 2] {
    // SAFETY: both types are plain data of one size
    unsafe { mem::transmute::<u64, [u32; 2]>(value) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain() {
        assert!(is_negative(-0.0) && !is_negative(1.0));
        assert!(from_bits(0x3fc00000) == 1.5);
        assert!(unsigned(-2) == 0xfffe);
        let orange = Pixel {
            red: 0xff,
            green: 0x80,
            blue: 0,
            alpha: 0xff,
        };
        assert!(word(orange) == 0xff0080ff);
        assert!(pixel([1, 2, 3, 4]).blue == 3);
        assert!(halves(1 << 32)[1] == 1);
    }
}
