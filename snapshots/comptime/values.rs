//! `comptime`: blocks, parameters, assertions, variables.

#![allow(
    unconditional_panic,
    dead_code,
    clippy::erasing_op,
    clippy::identity_op,
    clippy::manual_is_multiple_of
)]

mod rt;

use crate::rt::range;

const PRIMES: [u8; 10] = [2, 3, 5, 7, 11, 13, 17, 19, 23, 29];

fn count_primes(limit: usize) -> usize {
    let mut count: usize = 0;
    for n in range::range(2, limit) {
        if is_prime(n) {
            count += 1;
        }
    }
    count
}

fn is_prime(n: usize) -> bool {
    let mut d: usize = 2;
    while d * d <= n {
        if n % d == 0 {
            return false;
        }
        d += 1;
    }
    true
}

/// Used only as a value: an ordinary parameter.
fn scaled<const FACTOR: u32>(x: u32) -> u32 {
    FACTOR * x
}

// Instance of `masked`: its code depends on what it is given.
fn masked_true(x: u32) -> u32 {
    x & 0xff
}

// Instance of `masked`: its code depends on what it is given.
fn masked_false(x: u32) -> u32 {
    x
}

// Instance of `power` with exponent = 3: its code depends on what it is given.
fn power_3(base: u32) -> u32 {
    let mut result: u32 = 1;
    result *= base;
    result *= base;
    result *= base;
    result
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comptime() {
        assert_eq!(29, PRIMES[10 - 1]);
        assert_eq!(12, scaled::<3>(4));
        assert_eq!(0x34, masked_true(0x1234));
        assert_eq!(0x1234, masked_false(0x1234));
        assert_eq!(125, power_3(5));
    }
}
