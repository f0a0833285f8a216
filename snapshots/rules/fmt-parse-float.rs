#![allow(dead_code)]

mod rt;
pub mod zig_std;

use crate::rt::parse;
use crate::zig_std::fmt::parse_float::ParseFloatError;

fn half(text: &[u8]) -> Result<f64, ParseFloatError> {
    let number = parse::float::<f64>(text).ok_or(ParseFloatError::InvalidCharacter)?;
    Ok(number / 2.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::zig_std::fmt::parse_float::ParseFloatError;

    #[test]
    fn fmt_parse_float() {
        assert_eq!(0.75, half(b"1.5").unwrap());
        assert_eq!(
            half(b"1.5.2").err(),
            Some(ParseFloatError::InvalidCharacter)
        );
    }
}
