#![allow(dead_code)]

mod rt;

use crate::rt::parse;

fn number(text: &[u8]) -> Result<u8, parse::ParseIntError> {
    parse::int::<u8>(text, 10)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rt::parse;

    #[test]
    fn parse_int_error() {
        assert_eq!(7, number(b"7").unwrap());
        assert_eq!(number(b"256").err(), Some(parse::ParseIntError::Overflow));
        assert_eq!(
            number(b"x").err(),
            Some(parse::ParseIntError::InvalidCharacter)
        );
    }
}
