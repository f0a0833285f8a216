#![allow(dead_code)]

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
enum Color {
    Red,
    DarkGreen,
}

impl Color {
    /// The tag with this name, as Zig spells it.
    pub fn from_name(name: &[u8]) -> Option<Self> {
        match name {
            b"red" => Some(Self::Red),
            b"dark_green" => Some(Self::DarkGreen),
            _ => None,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ParseError {
    NoColor,
}

fn parse(text: &[u8]) -> Result<Color, ParseError> {
    Color::from_name(text).ok_or(ParseError::NoColor)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn meta_string_to_enum() {
        assert_eq!(Color::DarkGreen, parse(b"dark_green").unwrap());
        assert_eq!(parse(b"Red").err(), Some(ParseError::NoColor));
    }
}
