//! `if` with captures: optionals, error unions, payloads changed in place.

#![allow(dead_code, clippy::manual_range_contains)]

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BrokenError {
    Broken,
}

#[derive(Clone, Copy)]
struct Reading {
    value: i32,
    valid: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ParseDigitError {
    NotADigit,
}

fn parse_digit(c: u8) -> Result<u8, ParseDigitError> {
    if c < b'0' || c > b'9' {
        return Err(ParseDigitError::NotADigit);
    }
    Ok(c - b'0')
}

fn describe(maybe: Option<Reading>) -> i32 {
    if let Some(reading) = maybe {
        if !reading.valid {
            return -1;
        }
        return reading.value;
    }
    0
}

fn digit_or(c: u8, fallback: u8) -> u8 {
    match parse_digit(c) {
        Ok(digit) => digit,
        Err(err) => {
            assert!(err == ParseDigitError::NotADigit);
            fallback
        }
    }
}

fn bump(slot: &mut Option<u32>) {
    if let Some(value) = (*slot).as_mut() {
        *value += 1;
    } else {
        *slot = Some(0);
    }
}

fn sign(n: i64) -> i8 {
    if n < 0 {
        -1
    } else if n > 0 {
        1
    } else {
        0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn captures() {
        assert_eq!(
            7,
            describe(Some(Reading {
                value: 7,
                valid: true
            }))
        );
        assert_eq!(
            -1,
            describe(Some(Reading {
                value: 7,
                valid: false
            }))
        );
        assert_eq!(0, describe(None));
        assert_eq!(4, digit_or(b'4', 9));
        assert_eq!(9, digit_or(b'x', 9));
    }

    #[test]
    fn captures_by_pointer() {
        let mut slot: Option<u32> = None;
        bump(&mut slot);
        bump(&mut slot);
        assert_eq!(Some(1), slot);
        let mut failing: Result<u32, BrokenError> = Ok(5);
        if let Ok(value) = failing.as_mut() {
            *value *= 2;
        }
        assert_eq!(10, failing.unwrap());
        assert_eq!(-1, sign(-40));
    }
}
