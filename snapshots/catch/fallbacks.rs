//! `catch` in its forms.

#![allow(dead_code)]

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Failure {
    Empty,
    TooLong,
    NotANumber,
}

impl Failure {
    /// The name of the error, as Zig spells it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Empty => "Empty",
            Self::TooLong => "TooLong",
            Self::NotANumber => "NotANumber",
        }
    }
}

fn parse(text: &[u8]) -> Result<u32, Failure> {
    if text.is_empty() {
        return Err(Failure::Empty);
    }
    if text.len() > 4 {
        return Err(Failure::TooLong);
    }
    let mut value: u32 = 0;
    for &c in text.iter() {
        let Ok(digit) = digit_of(c) else {
            return Err(Failure::NotANumber);
        };
        value = value * 10 + u32::from(digit);
    }
    Ok(value)
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DigitOfError {
    NoDigit,
}

fn digit_of(c: u8) -> Result<u8, DigitOfError> {
    match c {
        b'0'..=b'9' => Ok(c - b'0'),
        _ => Err(DigitOfError::NoDigit),
    }
}

fn parse_or(text: &[u8], fallback: u32) -> u32 {
    parse(text).unwrap_or(fallback)
}

fn explain(text: &[u8]) -> &'static [u8] {
    _ = match parse(text) {
        Ok(value) => value,
        Err(err) => {
            return match err {
                Failure::Empty => b"empty",
                Failure::TooLong => b"too long",
                Failure::NotANumber => b"no number",
            };
        }
    };
    b"fine"
}

fn parse_known(text: &[u8]) -> u32 {
    parse(text).unwrap()
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ParsePrefixError {
    Empty,
}

fn parse_prefix(text: &[u8]) -> Result<u32, ParsePrefixError> {
    match parse(text) {
        Ok(value) => Ok(value),
        Err(Failure::Empty) => Err(ParsePrefixError::Empty),
        Err(_) => Ok(0),
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ParseOptionalError {
    NotANumber,
    TooLong,
}

/// Some errors are handled, the others are handed on as they are.
fn parse_optional(text: &[u8]) -> Result<Option<u32>, ParseOptionalError> {
    match parse(text) {
        Ok(value) => Ok(Some(value)),
        Err(Failure::Empty) => Ok(None),
        Err(Failure::NotANumber) => Err(ParseOptionalError::NotANumber),
        Err(Failure::TooLong) => Err(ParseOptionalError::TooLong),
    }
}

fn length_if_fits(text: &[u8]) -> Result<usize, Failure> {
    let value = match parse(text) {
        Ok(value) => value,
        Err(Failure::TooLong) => return Ok(text.len()),
        Err(e) => return Err(e),
    };
    assert!(value < 10000);
    Ok(text.len())
}

fn try_all(texts: &[&[u8]]) -> u32 {
    let mut sum: u32 = 0;
    for &text in texts.iter() {
        sum += match parse(text) {
            Ok(value) => value,
            Err(err) => {
                eprintln!("skipped: {}", err.name());
                continue;
            }
        };
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn catch() {
        assert_eq!(7, parse_or(b"7", 1));
        assert_eq!(1, parse_or(b"x", 1));
        assert_eq!(b"too long", explain(b"123456"));
        assert_eq!(b"fine", explain(b"12"));
        assert_eq!(42, parse_known(b"42"));
        assert_eq!(parse_prefix(b"").err(), Some(ParsePrefixError::Empty));
        assert_eq!(0, parse_prefix(b"abc").unwrap());
        assert_eq!(None, parse_optional(b"").unwrap());
        assert_eq!(
            parse_optional(b"x").err(),
            Some(ParseOptionalError::NotANumber)
        );
        assert_eq!(5, length_if_fits(b"12345").unwrap());
        assert_eq!(length_if_fits(b"x").err(), Some(Failure::NotANumber));
        assert_eq!(5, try_all(&[b"2", b"", b"3"]));
    }
}
