//! Numbers without a type take that of the place that they flow into; wide ones are folded exactly.

#![allow(
    arithmetic_overflow,
    dead_code,
    clippy::erasing_op,
    clippy::identity_op
)]

const PAGE: u32 = 4 * 1024;
const PAGES: u32 = 3;
const RATIO: f32 = 0.25;
/// Needs more than 128 bits on the way.
const WIDE: u64 = 1048576;
const MASK: u64 = (1 << 32) - 1;
const THIRD: f64 = 1.0 / 3.0;

fn bytes(count: u32) -> u32 {
    count * PAGE
}

fn address(index: u64) -> u64 {
    index * PAGE as u64 % MASK
}

fn scaled(value: f32) -> f32 {
    value * RATIO + PAGES as f32
}

fn exact(value: f64) -> f64 {
    value * THIRD
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn flow() {
        assert!(bytes(PAGES) == 12288);
        assert!(address(WIDE) == 1);
        assert!(address(1) == PAGE as u64);
        assert!(scaled(8.0) == 5.0);
        assert!(exact(3.0) == 1.0);
        let small: u8 = PAGES as u8;
        let large: i64 = -(PAGE as i64);
        assert!(small == 3 && large == -4096);
    }
}
