//! Zig's format specifiers as wrappers for `format_args!`.
//!
//! A wrapper stands for the specifier (`{x}` is [`Hex`]); fill, alignment, width and precision are written in the Rust
//! placeholder and read from the formatter: Zig's `{x:0>8}` is `{:0>8}` of `Hex(value)`. Without an alignment Zig aligns
//! right, whatever the type. The width counts bytes, as in Zig. `FMT.md` has the table of specifiers and types, and says
//! where Rust's own placeholder prints the same.
//!
//! Source: std/Io/Writer.zig (`printValue`, `printInt`, `alignBuffer`, `printByteSize`).

use super::fmt_float::{self, Float};
use super::raw_bytes;
use core::fmt::{self, Alignment, Display, Formatter};

/// Writes text of `byte_len` Zig bytes, padded to the width that the placeholder asks for.
pub fn pad(
    f: &mut Formatter<'_>,
    byte_len: usize,
    write: impl FnOnce(&mut Formatter<'_>) -> fmt::Result,
) -> fmt::Result {
    let padding = f.width().unwrap_or(0).saturating_sub(byte_len);
    let before = match f.align() {
        Some(Alignment::Left) => 0,
        Some(Alignment::Center) => padding / 2,
        Some(Alignment::Right) | None => padding,
    };
    let fill = f.fill();
    write_fill(f, fill, before)?;
    write(f)?;
    write_fill(f, fill, padding - before)
}

fn write_fill(f: &mut Formatter<'_>, fill: char, count: usize) -> fmt::Result {
    use fmt::Write;
    (0..count).try_for_each(|_| f.write_char(fill))
}

fn pad_str(f: &mut Formatter<'_>, text: &str) -> fmt::Result {
    pad(f, text.len(), |f| f.write_str(text))
}

// ---- numbers -------------------------------------------------------------------------------------------------------

/// How a number is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notation {
    /// `{d}`, and `{}` and `{any}` of numbers.
    Decimal,
    /// `{b}`.
    Binary,
    /// `{o}`.
    Octal,
    /// `{x}`.
    Hex,
    /// `{X}`.
    HexUpper,
    /// `{e}` and `{E}`, which print the same.
    Scientific,
}

impl Notation {
    /// The base of an integer in this notation.
    #[must_use]
    pub fn radix(self) -> u64 {
        match self {
            Notation::Decimal | Notation::Scientific => 10,
            Notation::Binary => 2,
            Notation::Octal => 8,
            Notation::Hex | Notation::HexUpper => 16,
        }
    }

    /// The character of a digit.
    #[must_use]
    pub fn digit(self, digit: u8) -> u8 {
        match digit {
            0..=9 => b'0' + digit,
            _ if self == Notation::HexUpper => b'A' + digit - 10,
            _ => b'a' + digit - 10,
        }
    }
}

/// Whatever prints with a number's specifier: integers, floats, and user types (Zig's `formatNumber`).
pub trait Number {
    /// Writes the number in `notation` with the formatter's options.
    fn fmt_number(&self, f: &mut Formatter<'_>, notation: Notation) -> fmt::Result;
}

/// Writes an integer given by sign and magnitude. A `signed` type with a width shows `+`, as Zig's does.
pub fn integer(
    f: &mut Formatter<'_>,
    notation: Notation,
    signed: bool,
    negative: bool,
    magnitude: u128,
) -> fmt::Result {
    let radix = notation.radix();
    let mut buffer = [0u8; 128];
    let mut start = buffer.len();
    let mut rest = magnitude;
    // Division of 128 bits is slow; most numbers are shorter.
    while rest > u128::from(u64::MAX) {
        start -= 1;
        buffer[start] = notation.digit((rest % u128::from(radix)) as u8);
        rest /= u128::from(radix);
    }
    let mut rest = rest as u64;
    loop {
        start -= 1;
        buffer[start] = notation.digit((rest % radix) as u8);
        rest /= radix;
        if rest == 0 {
            break;
        }
    }
    integer_digits(f, signed, negative, &buffer[start..])
}

/// Writes the digits of an integer with the sign that Zig shows.
pub fn integer_digits(
    f: &mut Formatter<'_>,
    signed: bool,
    negative: bool,
    digits: &[u8],
) -> fmt::Result {
    let sign: &[u8] = if negative {
        b"-"
    } else if signed && f.width().unwrap_or(0) > 0 {
        b"+"
    } else {
        b""
    };
    pad(f, sign.len() + digits.len(), |f| {
        raw_bytes::encode(f, sign)?;
        raw_bytes::encode(f, digits)
    })
}

macro_rules! number_of_int {
    ($($int:ty),*) => {$(
        impl Number for $int {
            #[allow(unused_comparisons, clippy::unnecessary_cast)]
            fn fmt_number(&self, f: &mut Formatter<'_>, notation: Notation) -> fmt::Result {
                let negative = *self < 0;
                let magnitude = if negative { (*self as u128).wrapping_neg() } else { *self as u128 };
                integer(f, notation, <$int>::MIN != 0, negative, magnitude)
            }
        }
    )*};
}

number_of_int! { u8, u16, u32, u64, u128, usize, i8, i16, i32, i64, i128, isize }

/// Writes a float in `notation`.
pub fn float(f: &mut Formatter<'_>, notation: Notation, value: impl Float) -> fmt::Result {
    let (parts, precision) = (value.parts(), f.precision());
    let text = match notation {
        Notation::Scientific => fmt_float::scientific(&parts, precision),
        Notation::Hex | Notation::HexUpper => {
            fmt_float::hex(&parts, notation == Notation::HexUpper, precision)
        }
        Notation::Decimal | Notation::Binary | Notation::Octal => {
            fmt_float::decimal(&parts, precision)
        }
    };
    pad_str(f, &text)
}

macro_rules! number_of_float {
    ($($float:ty),*) => {$(
        impl Number for $float {
            fn fmt_number(&self, f: &mut Formatter<'_>, notation: Notation) -> fmt::Result {
                float(f, notation, *self)
            }
        }
    )*};
}

number_of_float! { f32, f64 }

macro_rules! notation {
    ($($(#[$doc:meta])* $name:ident = $notation:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug)]
        pub struct $name<T>(pub T);

        impl<T: Number> Display for $name<T> {
            fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
                self.0.fmt_number(f, Notation::$notation)
            }
        }
    )*};
}

notation! {
    /// `{d}` of a number.
    Dec = Decimal;
    /// `{x}` of a number.
    Hex = Hex;
    /// `{X}` of a number.
    HexUpper = HexUpper;
    /// `{b}` of an integer.
    Bin = Binary;
    /// `{o}` of an integer.
    Oct = Octal;
    /// `{e}` and `{E}` of a float.
    Sci = Scientific;
}

// ---- text ----------------------------------------------------------------------------------------------------------

/// `{s}`: bytes, of which those that are no UTF-8 travel as `raw_bytes` describes.
#[derive(Clone, Copy, Debug)]
pub struct Bytes<'a>(pub &'a [u8]);

impl Display for Bytes<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        pad(f, self.0.len(), |f| raw_bytes::encode(f, self.0))
    }
}

/// `{t}` (a tag's or an error's name), `{}` of a type's name: text with a width in bytes.
#[derive(Clone, Copy, Debug)]
pub struct Text<'a>(pub &'a str);

impl Display for Text<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        pad_str(f, self.0)
    }
}

/// `{c}`: one byte, whatever it is.
#[derive(Clone, Copy, Debug)]
pub struct Char(pub u8);

impl Display for Char {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        Bytes(&[self.0]).fmt(f)
    }
}

/// `{u}`: a code point; a surrogate or a number too large prints U+FFFD. Zig ignores a width here.
#[derive(Clone, Copy, Debug)]
pub struct Unicode(pub u32);

impl Display for Unicode {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let c = char::from_u32(self.0).unwrap_or(char::REPLACEMENT_CHARACTER);
        raw_bytes::encode(f, c.encode_utf8(&mut [0; 4]).as_bytes())
    }
}

/// `{x}` of bytes: two lower-case digits each.
#[derive(Clone, Copy, Debug)]
pub struct HexBytes<'a>(pub &'a [u8]);

impl Display for HexBytes<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

/// `{X}` of bytes: two upper-case digits each.
#[derive(Clone, Copy, Debug)]
pub struct HexBytesUpper<'a>(pub &'a [u8]);

impl Display for HexBytesUpper<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02X}"))
    }
}

/// `{b64}`: standard base64 with padding.
#[derive(Clone, Copy, Debug)]
pub struct Base64<'a>(pub &'a [u8]);

impl Display for Base64<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        const ALPHABET: &[u8; 64] =
            b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        for chunk in self.0.chunks(3) {
            let mut text = *b"====";
            let padded = [0, 1, 2].map(|i| u32::from(chunk.get(i).copied().unwrap_or(0)));
            let bits = (padded[0] << 16) | (padded[1] << 8) | padded[2];
            for (i, slot) in text.iter_mut().take(chunk.len() + 1).enumerate() {
                *slot = ALPHABET[(bits >> (18 - 6 * i)) as usize & 63];
            }
            raw_bytes::encode(f, &text)?;
        }
        Ok(())
    }
}

/// `{*}`, and `{}` of a pointer to a scalar: the pointee's Zig type name and the address.
#[derive(Clone, Copy, Debug)]
pub struct Address<'a> {
    /// Zig's name of the pointee type.
    pub type_name: &'a str,
    /// The address.
    pub address: usize,
}

impl Display for Address<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(self.type_name)?;
        f.write_str("@")?;
        Hex(self.address).fmt(f)
    }
}

// ---- wrappers of wrappers ------------------------------------------------------------------------------------------

/// `{?…}`: `Opt(value.map(Hex))`; `null` is padded like text.
#[derive(Clone, Copy, Debug)]
pub struct Opt<T>(pub Option<T>);

impl<T: Display> Display for Opt<T> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Some(value) => value.fmt(f),
            None => pad_str(f, "null"),
        }
    }
}

/// `{!…}`: `Res(value.map(Dec).map_err(|e| e.name()))`; an error prints as `error.Name`.
#[derive(Clone, Copy, Debug)]
pub struct Res<'a, T>(pub Result<T, &'a str>);

impl<T: Display> Display for Res<'_, T> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Ok(value) => value.fmt(f),
            Err(name) => write!(f, "error.{name}"),
        }
    }
}

/// A vector under a number's specifier: `Each(&vector.to_array(), Hex)` prints `{ 1, ff }`.
#[derive(Clone, Copy, Debug)]
pub struct Each<'a, T, W>(pub &'a [T], pub fn(T) -> W);

impl<T: Copy, W: Display> Display for Each<'_, T, W> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str("{ ")?;
        for (i, element) in self.0.iter().enumerate() {
            if i > 0 {
                f.write_str(", ")?;
            }
            (self.1)(*element).fmt(f)?;
        }
        f.write_str(" }")
    }
}

// ---- sizes and durations -------------------------------------------------------------------------------------------

/// `{B}`: a number of bytes in units of 1000.
#[derive(Clone, Copy, Debug)]
pub struct ByteSize(pub u64);

/// `{Bi}`: a number of bytes in units of 1024.
#[derive(Clone, Copy, Debug)]
pub struct ByteSizeBinary(pub u64);

impl Display for ByteSize {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        // Zig divides the whole-number logarithms, which is why 512 already is "0.512kB".
        let magnitude = (self.0.checked_ilog2().unwrap_or(0) / 9).min(8);
        byte_size(f, self.0, 1000.0, magnitude, b" kMGTPEZY", "B")
    }
}

impl Display for ByteSizeBinary {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let magnitude = (self.0.checked_ilog2().unwrap_or(0) / 10).min(8);
        byte_size(f, self.0, 1024.0, magnitude, b" KMGTPEZY", "iB")
    }
}

fn byte_size(
    f: &mut Formatter<'_>,
    value: u64,
    base: f64,
    magnitude: u32,
    prefixes: &[u8],
    unit: &str,
) -> fmt::Result {
    if magnitude == 0 {
        return pad_str(f, &format!("{value}B"));
    }
    let scaled = value as f64 / base.powi(magnitude as i32);
    let number = fmt_float::decimal(&scaled.parts(), f.precision());
    let prefix = char::from(prefixes[magnitude as usize]);
    pad_str(f, &format!("{number}{prefix}{unit}"))
}

/// `{f}` of `std.Io.Duration` (and `{D}` before 0.16): nanoseconds as `1h2m3.5s`.
#[derive(Clone, Copy, Debug)]
pub struct Duration(pub i128);

impl Display for Duration {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        const SECOND: u128 = 1_000_000_000;
        const DAY: u128 = 24 * 3600 * SECOND;
        if self.0 < 0 {
            f.write_str("-")?;
        }
        let mut rest = self.0.unsigned_abs();
        let units = [
            (365 * DAY, "y"),
            (7 * DAY, "w"),
            (DAY, "d"),
            (3600 * SECOND, "h"),
            (60 * SECOND, "m"),
        ];
        for (unit, suffix) in units {
            if rest >= unit {
                write!(f, "{}{suffix}", rest / unit)?;
                rest %= unit;
                if rest == 0 {
                    return Ok(());
                }
            }
        }
        for (unit, suffix) in [(SECOND, "s"), (1_000_000, "ms"), (1000, "us")] {
            let thousandths = rest * 1000 / unit;
            if thousandths >= 1000 {
                let fraction = format!(".{:03}", thousandths % 1000);
                let fraction = fraction.trim_end_matches('0').trim_end_matches('.');
                return write!(f, "{}{fraction}{suffix}", thousandths / 1000);
            }
        }
        write!(f, "{rest}ns")
    }
}
