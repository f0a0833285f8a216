#![allow(
    dead_code,
    clippy::should_implement_trait,
    clippy::while_let_on_iterator,
    clippy::wrong_self_convention
)]

mod rt;
pub mod zig_std;

use crate::rt::parse;
use crate::zig_std::mem;

fn sum(text: &[u8]) -> Result<u32, parse::ParseIntError> {
    let mut total: u32 = 0;
    let mut words = mem::tokenize_scalar_u8(text, b' ');
    while let Some(word) = words.next() {
        total += parse::int::<u32>(word, 10)?;
    }
    Ok(total)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rt::parse;

    #[test]
    fn fmt_parse_int() {
        assert_eq!(1042, sum(b"1_000 42").unwrap());
        assert_eq!(
            sum(b"4294967296").err(),
            Some(parse::ParseIntError::Overflow)
        );
        assert_eq!(-128i8, parse::int::<i8>(b"-0x80", 0).unwrap_or(0i8));
    }
}
