//! Prints of what has a name in both languages, of types and of vectors.

mod rt;

use crate::rt::vector::Vector;
use crate::rt::{fmt, fmt_any};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
enum Color {
    Red,
    LightBlue,
}

impl Color {
    /// The name of the tag, as Zig spells it.
    pub fn tag_name(self) -> &'static str {
        match self {
            Self::Red => "red",
            Self::LightBlue => "light_blue",
        }
    }
}

const VERSION: &[u8; 3] = b"1.2";

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ParseError {
    Empty,
    TooLong,
}

impl ParseError {
    /// The name of the error, as Zig spells it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Empty => "Empty",
            Self::TooLong => "TooLong",
        }
    }
}

fn parse(text: &[u8]) -> Result<usize, ParseError> {
    if text.is_empty() {
        return Err(ParseError::Empty);
    }
    if text.len() > 5 {
        Err(ParseError::TooLong)
    } else {
        Ok(text.len())
    }
}

fn main() {
    eprintln!("version {} of u32", fmt::Bytes(VERSION));
    let mut color: Color = Color::Red;
    eprintln!("{} {}", color.tag_name(), color.tag_name());
    color = Color::LightBlue;
    eprintln!("[{:>12}]", fmt::Text(color.tag_name()));
    match parse(b"") {
        Ok(length) => eprintln!("{}", length),
        Err(err) => eprintln!("error: {}", err.name()),
    }
    if let Err(err) = parse(b"abcdefg") {
        eprintln!("error: {}", err.name());
    }
    eprintln!("type printed.Color and []const u8");
    let sums = Vector([1u8, 2, 3]) + Vector::splat(4u8);
    eprintln!(
        "{} {}",
        fmt_any::Any(&sums.to_array()),
        fmt_any::Any(&sums.to_array())
    );
}
