//! Formats: each prints what Zig prints.

#![allow(dead_code, clippy::approx_constant)]

mod rt;

use crate::rt::io;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BadError {
    Bad,
}

impl BadError {
    /// The name of the error, as Zig spells it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Bad => "Bad",
        }
    }
}

#[derive(Clone, Copy)]
pub struct Point {
    pub x: i32,
    pub y: i32,
}

impl Point {
    pub fn format(self, writer: &mut io::Writer<'_>) -> Result<(), io::WriteError> {
        write!(writer, "<{};{}>", self.x, self.y)?;
        Ok(())
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
enum Level {
    Low,
    High,
}

impl Level {
    /// The name of the tag, as Zig spells it.
    pub fn tag_name(self) -> &'static str {
        match self {
            Self::Low => "low",
            Self::High => "high",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rt::{fmt, fmt_any, io};

    #[test]
    fn specifiers() {
        let failed: Result<u32, BadError> = Err(BadError::Bad);
        assert_eq!(
            io::format_bytes(format_args!("42 ff FF 101 10")),
            b"42 ff FF 101 10"
        );
        assert_eq!(io::format_bytes(format_args!("text c A")), b"text c A");
        assert_eq!(
            io::format_bytes(format_args!(
                "{} {:.2}",
                fmt::Sci(1234.5f64),
                fmt::Dec(3.14159f64)
            )),
            b"1.2345e3 3.14"
        );
        assert_eq!(
            io::format_bytes(format_args!(
                "null {}",
                fmt::Res(failed.map_err(|error| error.name()))
            )),
            b"null error.Bad"
        );
        assert_eq!(
            io::format_bytes(format_args!(
                "{} .{}",
                Level::High.tag_name(),
                Level::Low.tag_name()
            )),
            b"high .low"
        );
        assert_eq!(
            io::format_bytes(format_args!("{} {{}}", fmt_any::Any(&[1u8, 2]))),
            b"{ 1, 2 } {}"
        );
    }

    #[test]
    fn width_fill_precision_positions_names() {
        assert_eq!(
            io::format_bytes(format_args!("[   42] [42   ] [ 42  ] [00042]")),
            b"[   42] [42   ] [ 42  ] [00042]"
        );
        assert_eq!(
            io::format_bytes(format_args!("[{:8.3}] [-----abc]", fmt::Dec(3.14159f64))),
            b"[   3.142] [-----abc]"
        );
        assert_eq!(io::format_bytes(format_args!("17 x 11")), b"17 x 11");
        assert_eq!(io::format_bytes(format_args!("bob is 30")), b"bob is 30");
    }

    #[test]
    fn a_type_that_prints_itself() {
        let point = Point { x: -1, y: 2 };
        assert_eq!(
            io::format_bytes(format_args!(
                "{}",
                io::ByMethod(|w: &mut io::Writer<'_>| point.format(w))
            )),
            b"<-1;2>"
        );
    }
}
