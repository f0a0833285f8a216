//! What branches on a type, reflects, or computes lengths becomes one item for each instantiation.

#![allow(dead_code)]

// Instance of `zero`: its code depends on what it is given.
fn zero_u8() -> u8 {
    0
}

// Instance of `zero`: its code depends on what it is given.
fn zero_bool() -> bool {
    false
}

// Instance of `zero`: its code depends on what it is given.
fn zero_option_u8() -> Option<u8> {
    None
}

#[derive(Clone, Copy)]
pub struct BitsU12 {
    pub words: [u8; 2],
}

impl BitsU12 {
    fn count() -> usize {
        12
    }
}

// Instance of `sumOfFields`: its code depends on what it is given.
fn sum_of_fields_sizes(value: Sizes) -> i64 {
    let mut sum: i64 = 0;
    sum += i64::from(value.width);
    sum += i64::from(value.height);
    sum
}

// Instance of `repeated` with n = 2: expected an integer.
fn repeated_2(byte: u8) -> [u8; 4] {
    let mut result: [u8; 4] = [0; 4];
    for r in result.iter_mut() {
        *r = byte;
    }
    result
}

#[derive(Clone, Copy)]
struct Sizes {
    width: i32,
    height: i16,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn instances() {
        assert_eq!(0, zero_u8());
        assert!(!zero_bool());
        assert_eq!(None, zero_option_u8());
        assert_eq!(12, BitsU12::count());
        assert_eq!(2, 2);
        assert_eq!(
            7,
            sum_of_fields_sizes(Sizes {
                width: 3,
                height: 4
            })
        );
        assert_eq!([9, 9, 9, 9], repeated_2(9));
    }
}
