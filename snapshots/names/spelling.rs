//! Names are spelt as Rust spells them; a run of capitals is one word.

#![allow(
    dead_code,
    clippy::assertions_on_constants,
    clippy::upper_case_acronyms,
    clippy::wrong_self_convention
)]

use core::ffi::{c_int, c_long, c_uint};

const MAX_RETRIES: usize = 3;
const DEFAULT_NAME: &[u8] = b"anonymous";

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
enum ColourSpace {
    SRGB,
    AdobeRgb,
    DisplayP3,
}

impl ColourSpace {
    /// The name of the tag, as Zig spells it.
    pub fn tag_name(self) -> &'static str {
        match self {
            Self::SRGB => "sRGB",
            Self::AdobeRgb => "adobe_rgb",
            Self::DisplayP3 => "display-p3",
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NetError {
    TimedOut,
    NoRoute,
    EOF,
}

impl NetError {
    /// The name of the error, as Zig spells it.
    pub fn name(self) -> &'static str {
        match self {
            Self::TimedOut => "TimedOut",
            Self::NoRoute => "no_route",
            Self::EOF => "EOF",
        }
    }
}

#[derive(Clone, Copy)]
struct URLParts {
    host_name: &'static [u8],
    port_number: u16,
    is_tls: bool,
}

impl URLParts {
    fn to_url_length(self) -> usize {
        let scheme_length = 7usize;
        scheme_length + self.host_name.len()
    }

    fn is_css(self) -> bool {
        self.host_name.ends_with(b".css")
    }
}

struct PairOf<T> {
    first_half: T,
    second_half: T,
}

fn parse_port(raw_text: &[u8]) -> Result<u16, NetError> {
    if raw_text.is_empty() {
        return Err(NetError::EOF);
    }
    if raw_text.len() > MAX_RETRIES {
        return Err(NetError::NoRoute);
    }
    let mut port_number: u16 = 0;
    for &one_byte in raw_text.iter() {
        port_number = port_number * 10 + u16::from(one_byte - b'0');
    }
    Ok(port_number)
}

fn add_c(count_of_c: c_int, more: c_uint) -> c_long {
    i64::from(count_of_c) + i64::from(more)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spelling() {
        let parts = URLParts {
            host_name: b"main.css",
            port_number: 8080,
            is_tls: false,
        };
        assert!(parts.to_url_length() == 15);
        assert!(parts.is_css() && !parts.is_tls);
        assert!(parts.port_number == 8080);
        assert!(DEFAULT_NAME.len() == 9);
        let both: PairOf<u8> = PairOf {
            first_half: 1u8,
            second_half: 2u8,
        };
        assert!(both.first_half < both.second_half);
        assert!(parse_port(b"80").unwrap() == 80);
        assert_eq!(parse_port(b"").err(), Some(NetError::EOF));
        assert_eq!(parse_port(b"12345").err(), Some(NetError::NoRoute));
        assert!(add_c(-4, 5) == 1);
    }

    #[test]
    fn tags_keep_their_zig_names() {
        let mut space: ColourSpace = ColourSpace::SRGB;
        assert_eq!(b"sRGB", space.tag_name().as_bytes());
        space = ColourSpace::DisplayP3;
        assert_eq!(b"display-p3", space.tag_name().as_bytes());
        if let Err(err) = parse_port(b"12345") {
            assert_eq!(b"no_route", err.name().as_bytes());
        }
    }
}
