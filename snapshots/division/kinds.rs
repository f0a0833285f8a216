//! Each kind of division rounds in its own way.

#![allow(
    dead_code,
    clippy::assertions_on_constants,
    clippy::erasing_op,
    clippy::identity_op
)]

mod rt;

use crate::rt::float::Float;
use crate::rt::int::OddInt;

fn split(seconds: u32) -> (u32, u32) {
    (seconds / 60, seconds % 60)
}

fn rounded(value: i32, by: i32) -> [i32; 3] {
    [
        value / by,
        value.div_floor_checked::<32>(by),
        value.rem_checked::<32>(by),
    ]
}

fn wrapped(index: i32, length: i32) -> i32 {
    index.mod_checked::<32>(length)
}

fn rows(cells: u32, columns: u32) -> u32 {
    cells.div_exact_checked::<32>(columns)
}

fn half_towards_zero(value: i8) -> i8 {
    value / 2
}

fn fraction(value: f64) -> f64 {
    value.mod_(1.0) + value % 1.0 + (value / 0.5).floor()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds() {
        let (minutes, seconds) = split(135);
        assert!(minutes == 2 && seconds == 15);
        assert_eq!([-3, -4, -1], rounded(-7, 2));
        assert_eq!([-3, -4, 1], rounded(7, -2));
        assert!(wrapped(-1, 5) == 4 && wrapped(11, 5) == 1);
        assert!(rows(12, 4) == 3);
        assert!(half_towards_zero(-5) == -2);
        assert!(fraction(2.25) == 4.5 && fraction(-2.25) == -4.5);
        assert!((-7.0f32 / 2.0).floor() == -4.0 && (-7.0f32 / 2.0).trunc() == -3.0);
    }
}
