//! Error unions are `Result`s; where no error is possible they are the plain value.

#![allow(dead_code, clippy::manual_range_contains)]

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ParseError {
    Empty,
    BadDigit,
    TooLarge,
}

impl From<DigitError> for ParseError {
    fn from(error: DigitError) -> Self {
        match error {
            DigitError::BadDigit => Self::BadDigit,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DigitError {
    BadDigit,
}

fn digit(byte: u8) -> Result<u8, DigitError> {
    if byte < b'0' || byte > b'9' {
        return Err(DigitError::BadDigit);
    }
    Ok(byte - b'0')
}

fn number(text: &[u8]) -> Result<u8, ParseError> {
    if text.is_empty() {
        return Err(ParseError::Empty);
    }
    let mut result: u16 = 0;
    for &byte in text.iter() {
        result = result * 10 + u16::from(digit(byte)?);
        if result > 255 {
            return Err(ParseError::TooLarge);
        }
    }
    Ok(u8::try_from(result).unwrap())
}

/// Its set is empty.
fn doubled(value: u32) -> u32 {
    value * 2
}

fn or_zero(text: &[u8]) -> u8 {
    number(text).unwrap_or(0)
}

fn describe(text: &[u8]) -> &'static [u8] {
    let value = match number(text) {
        Ok(value) => value,
        Err(err) => {
            return match err {
                ParseError::Empty => b"nothing",
                ParseError::BadDigit => b"no number",
                ParseError::TooLarge => b"too large",
            };
        }
    };
    if value == 0 { b"zero" } else { b"a number" }
}

fn both(a: &[u8], b: &[u8]) -> Result<(u8, u8), ParseError> {
    Ok((number(a)?, number(b)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results() {
        assert!(number(b"42").unwrap() == 42);
        assert_eq!(number(b"256").err(), Some(ParseError::TooLarge));
        assert_eq!(0, or_zero(b"4x"));
        assert_eq!(b"nothing", describe(b""));
        assert_eq!(b"too large", describe(b"999"));
        assert_eq!(b"a number", describe(b"9"));
        assert!(doubled(4) == 8);
        let (a, b) = both(b"1", b"2").unwrap();
        assert!(a + b == 3);
        match both(b"1", b"") {
            Ok(_) => panic!("error.Unexpected"),
            Err(err) => assert!(err == ParseError::Empty),
        }
    }
}
