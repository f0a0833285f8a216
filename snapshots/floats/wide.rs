//! `f80` and `f128`, which Rust does not have: the runtime's, rounded as Zig rounds them.

#![allow(dead_code, clippy::manual_range_contains)]

mod rt;

use crate::rt::wide_float::{F80, F128};

fn third(value: F128) -> F128 {
    value / F128::from_f64(3.0)
}

fn doubled(value: F80) -> F80 {
    value * F80::from_f64(2.0) + F80::from_f64(0.5)
}

fn rest(value: F128) -> f64 {
    (value - F128::from_f64(value.to_f64())).to_f64()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rt::wide_float::{F80, F128};

    #[test]
    fn wide() {
        assert!(third(F128::from_f64(3.0)) == F128::from_f64(1.0));
        assert!(doubled(F80::from_f64(0.5)) == F80::from_f64(1.5));
        // A third has more digits than a double holds.
        assert!(rest(third(F128::from_f64(1.0))) != 0.0);
        let mut sum: F128 = F128::from_f64(0.0);
        for _ in 0..10 {
            sum += third(F128::from_f64(1.0));
        }
        assert!(
            sum > F128::from_bits(0x4000aa3d70a3d70a3d70a3d70a3d70a4)
                && sum < F128::from_bits(0x4000ab851eb851eb851eb851eb851eb8)
        );
    }
}
