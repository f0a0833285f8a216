//! Types that are called as Rust's own keep their names; paths to Rust's are written out where they are shadowed.

#![allow(dead_code)]

mod rt;

use crate::rt::trap;

#[derive(Clone, Copy)]
struct Option {
    label: &'static [u8],
    chosen: bool,
}

#[derive(Clone, Copy)]
enum Result {
    Done(u32),
    Failed(&'static [u8]),
}

impl Result {
    /// The payload of `done`; traps where another field is active.
    pub fn as_done(&self) -> &u32 {
        match self {
            Self::Done(payload) => payload,
            Self::Failed(..) => trap::inactive_union_field("failed", "done"),
        }
    }

    /// The payload of `failed`; traps where another field is active.
    pub fn as_failed(&self) -> &&'static [u8] {
        match self {
            Self::Failed(payload) => payload,
            Self::Done(..) => trap::inactive_union_field("done", "failed"),
        }
    }
}

#[derive(Clone, Copy)]
struct Box {
    width: u8,
    height: u8,
}

fn first(options: &[Option]) -> core::option::Option<Option> {
    if !options.is_empty() && options[0].chosen {
        Some(options[0])
    } else {
        None
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ParseError {
    BadDigit,
}

fn parse(digit: u8) -> core::result::Result<Result, ParseError> {
    match digit {
        b'0'..=b'9' => Ok(Result::Done(u32::from(digit - b'0'))),
        b' ' => Ok(Result::Failed(b"blank")),
        _ => Err(ParseError::BadDigit),
    }
}

fn area(this: Box) -> u16 {
    let super_ = u16::from(this.width);
    let crate_ = u16::from(this.height);
    super_ * crate_
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shadowing() {
        let options = [
            Option {
                label: b"a",
                chosen: false,
            },
            Option {
                label: b"b",
                chosen: true,
            },
        ];
        assert_eq!(b"b", first(&options[1..]).unwrap().label);
        assert!(first(&options).is_none());
        assert!(*parse(b'7').unwrap().as_done() == 7u32);
        assert_eq!(b"blank", *parse(b' ').unwrap().as_failed());
        assert_eq!(parse(b'x').err(), Some(ParseError::BadDigit));
        assert!(
            area(Box {
                width: 3,
                height: 4
            }) == 12
        );
    }
}
