//! Zig's `std.fmt.parseInt`, `parseUnsigned` and `parseFloat`: numbers in text, digits separated by underscores allowed.
//!
//! Decimal floats are read by Rust, which rounds as Zig does; hexadecimal ones here.
//!
//! Source: std/fmt.zig, std/fmt/parse_float.zig, std/fmt/parse_float/convert_hex.zig.

/// `std.fmt.ParseIntError`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ParseIntError {
    /// The number does not fit into the type.
    Overflow,
    /// Something that is no digit of the base.
    InvalidCharacter,
}

impl ParseIntError {
    /// Zig's name of the error.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            ParseIntError::Overflow => "Overflow",
            ParseIntError::InvalidCharacter => "InvalidCharacter",
        }
    }
}

impl core::fmt::Display for ParseIntError {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str(self.name())
    }
}

impl core::error::Error for ParseIntError {}

/// An integer type that can be read.
pub trait Integer: Sized {
    /// The number of this sign and magnitude, if it fits.
    fn from_magnitude(magnitude: u128, is_negative: bool) -> Option<Self>;
}

macro_rules! integers {
    ($($int:ty),*) => {$(
        impl Integer for $int {
            fn from_magnitude(magnitude: u128, is_negative: bool) -> Option<Self> {
                if !is_negative {
                    return Self::try_from(magnitude).ok();
                }
                let negative = 0i128.checked_sub_unsigned(magnitude)?;
                Self::try_from(negative).ok()
            }
        }
    )*};
}

integers! { u8, u16, u32, u64, u128, usize, i8, i16, i32, i64, i128, isize }

/// `parseInt`: an optional sign, then digits. In base 0 a prefix `0b`, `0o` or `0x` says the base, 10 otherwise.
pub fn int<T: Integer>(text: &[u8], base: u8) -> Result<T, ParseIntError> {
    match text {
        [b'+', digits @ ..] => signed(digits, base, false),
        [b'-', digits @ ..] => signed(digits, base, true),
        digits => signed(digits, base, false),
    }
}

/// `parseUnsigned`: digits without a sign.
pub fn unsigned<T: Integer>(text: &[u8], base: u8) -> Result<T, ParseIntError> {
    signed(text, base, false)
}

fn signed<T: Integer>(text: &[u8], base: u8, is_negative: bool) -> Result<T, ParseIntError> {
    let (digits, base) = if base == 0 {
        split_prefix(text)
    } else {
        (text, base)
    };
    if digits.is_empty() || digits.starts_with(b"_") || digits.ends_with(b"_") {
        return Err(ParseIntError::InvalidCharacter);
    }
    let mut magnitude = 0u128;
    for &byte in digits.iter().filter(|&&byte| byte != b'_') {
        let digit = char::from(byte)
            .to_digit(36)
            .filter(|&digit| digit < u32::from(base));
        let digit = digit.ok_or(ParseIntError::InvalidCharacter)?;
        magnitude = magnitude
            .checked_mul(u128::from(base))
            .and_then(|shifted| shifted.checked_add(u128::from(digit)))
            .ok_or(ParseIntError::Overflow)?;
        // An overflow is told before a wrong character that follows it.
        T::from_magnitude(magnitude, is_negative).ok_or(ParseIntError::Overflow)?;
    }
    T::from_magnitude(magnitude, is_negative).ok_or(ParseIntError::Overflow)
}

fn split_prefix(text: &[u8]) -> (&[u8], u8) {
    match text {
        [b'0', b'b' | b'B', digits @ ..] if !digits.is_empty() => (digits, 2),
        [b'0', b'o' | b'O', digits @ ..] if !digits.is_empty() => (digits, 8),
        [b'0', b'x' | b'X', digits @ ..] if !digits.is_empty() => (digits, 16),
        digits => (digits, 10),
    }
}

/// A float type that can be read.
pub trait Float: core::str::FromStr + core::ops::Neg<Output = Self> {
    /// Bits after the point.
    const FRACTION_BITS: u32;
    /// The exponent of the smallest normal number.
    const MIN_EXPONENT: i64;
    /// The exponent of the greatest number.
    const MAX_EXPONENT: i64;
    /// Infinity.
    const INFINITY: Self;
    /// The number of these bits.
    fn from_wide_bits(bits: u64) -> Self;
}

impl Float for f32 {
    const FRACTION_BITS: u32 = 23;
    const MIN_EXPONENT: i64 = -126;
    const MAX_EXPONENT: i64 = 127;
    const INFINITY: Self = f32::INFINITY;
    fn from_wide_bits(bits: u64) -> Self {
        f32::from_bits(bits as u32)
    }
}

impl Float for f64 {
    const FRACTION_BITS: u32 = 52;
    const MIN_EXPONENT: i64 = -1022;
    const MAX_EXPONENT: i64 = 1023;
    const INFINITY: Self = f64::INFINITY;
    fn from_wide_bits(bits: u64) -> Self {
        f64::from_bits(bits)
    }
}

/// `parseFloat`: decimal, hexadecimal after `0x`, `inf`, `infinity`, `nan`; `None` is `error.InvalidCharacter`.
pub fn float<F: Float>(text: &[u8]) -> Option<F> {
    let (is_negative, number) = match text {
        [b'+', number @ ..] => (false, number),
        [b'-', number @ ..] => (true, number),
        number => (false, number),
    };
    let magnitude: F = match number {
        [] | [b'+' | b'-', ..] => return None,
        [b'0', b'x' | b'X', digits @ ..] => hexadecimal(&without_underscores(digits, 16)?)?,
        digits => core::str::from_utf8(&without_underscores(digits, 10)?)
            .ok()?
            .parse()
            .ok()?,
    };
    Some(if is_negative { -magnitude } else { magnitude })
}

/// Underscores may stand between digits only.
fn without_underscores(text: &[u8], base: u32) -> Option<Vec<u8>> {
    let is_digit = |at: Option<&u8>| at.is_some_and(|&byte| char::from(byte).is_digit(base));
    let is_misplaced = |at: usize| {
        !is_digit(at.checked_sub(1).and_then(|at| text.get(at))) || !is_digit(text.get(at + 1))
    };
    if (0..text.len()).any(|at| text[at] == b'_' && is_misplaced(at)) {
        return None;
    }
    Some(text.iter().copied().filter(|&byte| byte != b'_').collect())
}

/// `1f.8p-3`. Of more than 16 significant digits Zig takes only those that lead to its limit, and lets the others round.
fn hexadecimal<F: Float>(text: &[u8]) -> Option<F> {
    let end = text
        .iter()
        .position(|byte| matches!(byte, b'p' | b'P'))
        .unwrap_or(text.len());
    let is_zero = |byte: &u8| matches!(byte, b'0' | b'.');
    let significant = text[..end]
        .iter()
        .skip_while(|&byte| is_zero(byte))
        .filter(|&&byte| byte != b'.');
    let is_cut = significant.count() > 16;
    let limit = if is_cut { 10u64.pow(15) } else { u64::MAX };
    let mut mantissa = 0u64;
    let mut exponent = 0i64;
    let mut is_after_point = false;
    let mut has_digits = false;
    for &byte in &text[..end] {
        if byte == b'.' && !is_after_point {
            is_after_point = true;
            continue;
        }
        let digit = char::from(byte).to_digit(16)?;
        has_digits = true;
        if mantissa < limit {
            mantissa = mantissa << 4 | u64::from(digit);
            exponent -= if is_after_point { 4 } else { 0 };
        } else {
            exponent += if is_after_point { 0 } else { 4 };
        }
    }
    if !has_digits {
        return None;
    }
    Some(rounded(mantissa, exponent + scale(&text[end..])?, is_cut))
}

/// `p-3`, or nothing at all.
fn scale(text: &[u8]) -> Option<i64> {
    let (sign, digits) = match text {
        [] => return Some(0),
        [_, b'-', digits @ ..] => (-1, digits),
        [_, b'+', digits @ ..] | [_, digits @ ..] => (1, digits),
    };
    if digits.is_empty() {
        return None;
    }
    let mut value = 0i64;
    for &byte in digits {
        let digit = char::from(byte).to_digit(10)?;
        // Far beyond any exponent: more digits change nothing.
        if value < 0x1000_0000 {
            value = value * 10 + i64::from(digit);
        }
    }
    Some(sign * value)
}

/// `mantissa * 2^exponent`, half to even; two bits more than the result holds are kept for rounding, the lower one sticky.
fn rounded<F: Float>(mut mantissa: u64, exponent: i64, is_cut: bool) -> F {
    if mantissa == 0 {
        return F::from_wide_bits(0);
    }
    let mut exponent = exponent + i64::from(F::FRACTION_BITS);
    while mantissa >> (F::FRACTION_BITS + 2) == 0 {
        mantissa <<= 1;
        exponent -= 1;
    }
    mantissa |= u64::from(is_cut);
    while mantissa >> (F::FRACTION_BITS + 3) != 0
        || (mantissa > 1 && exponent < F::MIN_EXPONENT - 2)
    {
        mantissa = mantissa >> 1 | mantissa & 1;
        exponent += 1;
    }
    let is_up = mantissa & 3 == 3 || mantissa & 7 == 6;
    mantissa = (mantissa >> 2) + u64::from(is_up);
    exponent += 2;
    if mantissa >> (F::FRACTION_BITS + 1) != 0 {
        mantissa >>= 1;
        exponent += 1;
    }
    if exponent > F::MAX_EXPONENT {
        return F::INFINITY;
    }
    let is_normal = mantissa >> F::FRACTION_BITS != 0;
    let biased = if is_normal {
        exponent - F::MIN_EXPONENT + 1
    } else {
        0
    };
    let fraction = mantissa & ((1 << F::FRACTION_BITS) - 1);
    F::from_wide_bits((biased as u64) << F::FRACTION_BITS | fraction)
}
