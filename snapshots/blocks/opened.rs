//! Blocks that only porting made are not written; the author's own stay.

#![allow(dead_code)]

use core::sync::atomic::{AtomicU32, Ordering};

// Instance of `bigger`: its code depends on what it is given.
fn bigger_bool(a: bool, b: bool) -> bool {
    a || b
}

// Instance of `bigger`: its code depends on what it is given.
fn bigger_u8(a: u8, b: u8) -> u8 {
    if a > b { a } else { b }
}

fn sum_of_sizes(seed: usize) -> usize {
    let mut sum = seed;
    // Each iteration has its own type.
    sum += 1;
    sum += 2;
    sum += 4;
    sum
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    TooSmall,
    TooLarge,
}

fn check(value: u32) -> Result<u32, Fault> {
    match value {
        0 => Err(Fault::TooSmall),
        1..=9 => Ok(value),
        _ => Err(Fault::TooLarge),
    }
}

fn describe(value: u32) -> &'static [u8] {
    match check(value) {
        Ok(_) => b"fits",
        Err(Fault::TooSmall) => b"too small",
        // There is nothing else.
        Err(Fault::TooLarge) => b"too large",
    }
}

fn steps(start: u32) -> u32 {
    let mut count: u32 = 0;
    let mut state = start;
    loop {
        match state {
            0 => return count,
            n @ 1..=4 => {
                count += 1;
                state = n - 1;
            }
            _ => unreachable!(),
        }
    }
}

static TOTAL: AtomicU32 = AtomicU32::new(0);

fn next() -> u32 {
    TOTAL.store(TOTAL.load(Ordering::Relaxed) + 2, Ordering::Relaxed);
    TOTAL.load(Ordering::Relaxed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn opened() {
        assert!(bigger_bool(false, true));
        assert!(bigger_u8(3, 2) == 3);
        assert!(sum_of_sizes(1) == 8);
        assert!(describe(3) == b"fits");
        assert!(describe(30) == b"too large");
        assert!(steps(3) == 3);
        assert!(next() == 2);
        let mut i: u32 = 1;
        let mut j: u32 = 1;
        while i * j < 100 {
            assert!(i <= j);
            i *= 2;
            j *= 3;
        }
        {
            assert!(i == 8);
        }
    }
}
