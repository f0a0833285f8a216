//! `for` over ranges, slices, arrays and several objects at once.

#![allow(dead_code, clippy::explicit_counter_loop, clippy::needless_range_loop)]

mod rt;

use crate::rt::{range, trap};

// Instance of `squares` with n = 4: memory of a parameter's type is left undefined.
fn squares_4() -> [usize; 4] {
    let mut result: [usize; 4] = [0; 4];
    for i in 0..4usize {
        result[i] = i * i;
    }
    result
}

/// Zig panics where the range is upside down; Rust's own would be empty.
fn count_between(low: usize, high: usize) -> usize {
    let mut count: usize = 0;
    for _ in range::range(low, high) {
        count += 1;
    }
    count
}

fn double(items: &mut [u32]) {
    for item in items.iter_mut() {
        *item *= 2;
    }
}

fn dot(a: &[i32], b: &[i32]) -> i32 {
    let mut sum: i32 = 0;
    if a.len() != b.len() {
        trap::for_len_mismatch();
    }
    for (&x, &y) in a.iter().zip(b.iter()) {
        sum += x * y;
    }
    sum
}

fn add_into(target: &mut [u32], source: &[u32]) {
    if target.len() != source.len() {
        trap::for_len_mismatch();
    }
    for (i, (t, &s)) in target.iter_mut().zip(source.iter()).enumerate() {
        *t += s * u32::try_from(i).unwrap();
    }
}

fn index_of(items: &[u8], wanted: u8) -> Option<usize> {
    'search: {
        for (i, &item) in items.iter().enumerate() {
            if item == wanted {
                break 'search Some(i);
            }
        }
        None
    }
}

fn has_negative(rows: &[[i8; 3]]) -> bool {
    'outer: for &row in rows.iter() {
        for cell in row {
            if cell == 0 {
                continue 'outer;
            }
            if cell < 0 {
                return true;
            }
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn r#for() {
        assert_eq!([0, 1, 4, 9], squares_4());
        assert_eq!(3, count_between(2, 5));
        let mut numbers = [1u32, 2, 3];
        double(&mut numbers);
        add_into(&mut numbers, &[10, 10, 10]);
        assert_eq!([2, 14, 26], numbers);
        assert_eq!(32, dot(&[1, 2, 3], &[4, 5, 6]));
        assert_eq!(Some(2), index_of(b"abc", b'c'));
        assert_eq!(None, index_of(b"abc", b'x'));
        assert!(!has_negative(&[[1, 0, -1], [2, 3, 4]]));
    }
}
