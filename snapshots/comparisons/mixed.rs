//! Comparisons of different widths and signs, of optionals, error unions and pointers.

#![allow(dead_code)]

mod rt;

use crate::rt::int;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClosedError {
    Closed,
}

fn less(a: i32, b: u32) -> bool {
    i64::from(a) < i64::from(b)
}

fn same(a: u8, b: i64) -> bool {
    i64::from(a) == b
}

fn beyond(a: u64, b: i64) -> bool {
    i128::from(a) > i128::from(b)
}

fn widest(a: u128, b: i8) -> bool {
    int::compare(a, b).is_le()
}

fn is_five(value: Option<u8>) -> bool {
    value == Some(5)
}

fn same_optional(a: Option<u8>, b: Option<u8>) -> bool {
    a == b
}

fn failed(result: Result<u8, ClosedError>) -> bool {
    match result {
        Ok(_) => false,
        Err(err) => err == ClosedError::Closed,
    }
}

fn same_start(a: &[u8], b: &[u8]) -> bool {
    a.as_ptr() == b.as_ptr()
}

// Instance of `sameType`: its code depends on what it is given.
fn same_type_u8(a: u8, b: u8) -> bool {
    a == b
}

// Instance of `sameType`: its code depends on what it is given.
fn same_type_u16(_a: u16, _b: u16) -> bool {
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mixed() {
        assert!(less(-1, 0) && !less(5, 5) && same(7, 7) && !same(0, -1));
        assert!(beyond(1 << 63, -1) && beyond(0, -1) && !beyond(3, 3));
        assert!(widest(3, 4) && !widest(0, -1));
        assert!(is_five(Some(5)) && !is_five(None) && !is_five(Some(4)));
        assert!(
            same_optional(None, None)
                && same_optional(Some(2), Some(2))
                && !same_optional(Some(2), None)
        );
        assert!(failed(Err(ClosedError::Closed)) && !failed(Ok(3)));
        let text: &[u8; 4] = b"text";
        assert!(
            same_start(text, <&'static [u8; 2]>::try_from(&text[..2]).unwrap())
                && !same_start(text, <&'static [u8; 3]>::try_from(&text[1..]).unwrap())
        );
        assert!(same_type_u8(3, 3) && !same_type_u16(3, 3));
    }
}
