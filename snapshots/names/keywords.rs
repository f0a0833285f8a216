//! Names that Rust keeps for itself, and names that are no identifiers.

#![allow(dead_code, non_camel_case_types, clippy::manual_find)]

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
enum Token {
    Fn,
    Struct,
    Match,
    Self_,
    Self_2,
    AB,
    N1st,
}

impl Token {
    /// The name of the tag, as Zig spells it.
    pub fn tag_name(self) -> &'static str {
        match self {
            Self::Fn => "fn",
            Self::Struct => "struct",
            Self::Match => "match",
            Self::Self_ => "self",
            Self::Self_2 => "Self",
            Self::AB => "a b",
            Self::N1st => "1st",
        }
    }
}

#[derive(Clone, Copy)]
struct Entry<'a> {
    r#type: Token,
    r#ref: Option<&'a Entry<'a>>,
    content_type: &'static [u8],
}

impl<'a> Entry<'a> {
    fn r#move(self) -> &'static [u8] {
        self.content_type
    }
}

fn r#match(r#where: &[u8], r#in: u8) -> Option<usize> {
    for (index, &byte) in r#where.iter().enumerate() {
        if byte == r#in {
            return Some(index);
        }
    }
    None
}

fn is_it(r#yield: bool, and_then: bool) -> bool {
    let r#loop = r#yield;
    let r#type = and_then;
    r#loop && r#type
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Failure {
    OutOfPaper,
    Try,
    Self_,
}

impl Failure {
    /// The name of the error, as Zig spells it.
    pub fn name(self) -> &'static str {
        match self {
            Self::OutOfPaper => "out of paper",
            Self::Try => "try",
            Self::Self_ => "Self",
        }
    }
}

fn fail(r#dyn: u8) -> Result<(), Failure> {
    match r#dyn {
        0 => Ok(()),
        1 => Err(Failure::OutOfPaper),
        2 => Err(Failure::Try),
        _ => Err(Failure::Self_),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keywords() {
        let entry: Entry<'_> = Entry {
            r#type: Token::Match,
            content_type: b"text",
            r#ref: None,
        };
        let next: Entry<'_> = Entry {
            r#type: Token::Fn,
            r#ref: Some(&entry),
            content_type: b"html",
        };
        assert!(next.r#ref.unwrap().r#type == Token::Match);
        assert_eq!(b"html", next.r#move());
        assert!(r#match(b"abc", b'c') == Some(2));
        assert!(is_it(true, true));
        assert_eq!(fail(3).err(), Some(Failure::Self_));
        assert_eq!(fail(2).err(), Some(Failure::Try));
        fail(0).unwrap();
    }

    #[test]
    fn spelt_as_in_zig() {
        let mut token: Token = Token::Fn;
        assert_eq!(b"fn", token.tag_name().as_bytes());
        token = Token::AB;
        assert_eq!(b"a b", token.tag_name().as_bytes());
        if let Err(err) = fail(1) {
            assert_eq!(b"out of paper", err.name().as_bytes());
        }
    }
}
