//! Floating-point numbers as Zig prints them.
//!
//! Zig finds the shortest decimal digits that read back as the same number, and applies a precision to *those digits*,
//! rounding half up (2.675 with two decimals is 2.68, and 0.125 is 0.13); Rust rounds the exact binary value. The shortest
//! digits are the same in both languages but for exact ties ([`even_tie`]), so they are taken from Rust's `{:e}`; everything
//! after them is Zig's.
//!
//! Source: std/fmt/float.zig (`render`, `round`, `formatDecimal`, `formatScientific`), `printFloatHex` in
//! std/Io/Writer.zig.

use core::fmt::Write;

/// A float taken apart for printing.
#[derive(Clone, Copy)]
pub struct Parts {
    /// The sign bit, which nan has too.
    pub negative: bool,
    /// What the number is.
    pub kind: Kind,
    /// Bits of the IEEE encoding without the sign.
    pub encoding: u64,
    /// Bits of the stored mantissa.
    pub mantissa_bits: u32,
    /// Bits of the exponent.
    pub exponent_bits: u32,
}

/// The value apart from the sign.
#[derive(Clone, Copy)]
pub enum Kind {
    /// Not a number.
    Nan,
    /// Infinity.
    Infinite,
    /// `digits * 10^exponent`, with the fewest digits that identify the number.
    Finite {
        /// The digits as an integer.
        digits: u64,
        /// The power of ten.
        exponent: i32,
    },
}

/// Types that can be taken apart.
pub trait Float: Copy {
    /// Takes the number apart.
    fn parts(self) -> Parts;
}

/// Reads Rust's `{:e}`: the digits as an integer, and the power of ten that they are multiplied by.
fn parse_shortest(text: &str) -> (u64, i32) {
    let (mantissa, exponent) = text.split_once('e').unwrap_or((text, "0"));
    let fraction_len = mantissa.split_once('.').map_or(0, |(_, f)| f.len());
    let digits = mantissa
        .bytes()
        .filter(u8::is_ascii_digit)
        .fold(0, |digits, byte| digits * 10 + u64::from(byte - b'0'));
    let exponent: i32 = exponent.parse().unwrap_or(0);
    (digits, exponent - fraction_len as i32)
}

/// Where the number lies exactly between the two nearest decimals of the shortest length, Zig takes the even one and Rust
/// the greater: 2^-12 is 2.44140625e-4, which is 2.4414062e-4 as a Zig `f32`. Gives the even one in such a case.
///
/// `value` is the number and `digits * 10^exponent` the shortest. A tie is only possible when `value` has exactly one
/// decimal digit more, a 5; then it is an odd number times a power of two that leaves few digits.
fn even_tie(value: f64, digits: u64, exponent: i32) -> Option<u64> {
    let bits = value.to_bits();
    let stored = bits & ((1 << 52) - 1);
    let (mantissa, power) = match (bits >> 52) as i32 {
        0 => (stored, -1074),
        biased => (stored | (1 << 52), biased - 1075),
    };
    if mantissa == 0 {
        return None;
    }
    let odd = u128::from(mantissa >> mantissa.trailing_zeros());
    let power = power + mantissa.trailing_zeros() as i32;
    // The exact decimal is `exact * 10^power`.
    let exact = match power {
        -27..=-1 => odd * 5u128.pow(power.unsigned_abs()),
        0..=22 if odd % 5u128.pow(power.unsigned_abs()) == 0 => {
            odd / 5u128.pow(power.unsigned_abs())
        }
        _ => return None,
    };
    if power != exponent - 1 || exact % 10 != 5 {
        return None;
    }
    let lower = u64::try_from(exact / 10).ok()?;
    let even = lower + (lower & 1);
    (digits == lower || digits == lower + 1).then_some(even)
}

macro_rules! float {
    ($float:ty, $mantissa_bits:literal, $exponent_bits:literal) => {
        impl Float for $float {
            fn parts(self) -> Parts {
                let kind = if self.is_nan() {
                    Kind::Nan
                } else if self.is_infinite() {
                    Kind::Infinite
                } else {
                    let (digits, exponent) = parse_shortest(&format!("{:e}", self.abs()));
                    #[allow(clippy::useless_conversion)]
                    let even = even_tie(f64::from(self.abs()), digits, exponent);
                    let reads_back =
                        |even: &u64| format!("{even}e{exponent}").parse() == Ok(self.abs());
                    Kind::Finite {
                        digits: even.filter(reads_back).unwrap_or(digits),
                        exponent,
                    }
                };
                Parts {
                    negative: self.is_sign_negative(),
                    kind,
                    #[allow(clippy::useless_conversion)]
                    encoding: u64::from(self.abs().to_bits()),
                    mantissa_bits: $mantissa_bits,
                    exponent_bits: $exponent_bits,
                }
            }
        }
    };
}

float!(f32, 23, 8);
float!(f64, 52, 11);

/// Zig prints through a buffer of this length, and "(float)" when the number does not fit.
const BUFFER_LEN: usize = 347;

/// `{d}`: never an exponent.
#[must_use]
pub fn decimal(parts: &Parts, precision: Option<usize>) -> String {
    render(parts, |digits, exponent| {
        let (digits, exponent) = match precision {
            Some(precision) => {
                let digit_count = i64::from(decimal_len(digits)) + i64::from(exponent);
                let kept = digit_count + precision as i64;
                round(digits, exponent, kept.max(0) as usize)
            }
            None => (digits, exponent),
        };
        decimal_text(digits, exponent, precision)
    })
}

/// `{e}`: one digit before the point.
#[must_use]
pub fn scientific(parts: &Parts, precision: Option<usize>) -> String {
    render(parts, |digits, exponent| {
        let (digits, exponent) = match precision {
            Some(precision) => round(digits, exponent, precision.saturating_add(1)),
            None => (digits, exponent),
        };
        scientific_text(digits, exponent, precision)
    })
}

fn render(parts: &Parts, finite: impl FnOnce(u64, i32) -> Option<String>) -> String {
    let text = match parts.kind {
        Kind::Nan => "nan".to_owned(),
        Kind::Infinite => "inf".to_owned(),
        Kind::Finite { digits, exponent } => match finite(digits, exponent) {
            Some(text) => text,
            None => return "(float)".to_owned(),
        },
    };
    if parts.negative {
        format!("-{text}")
    } else {
        text
    }
}

fn decimal_len(digits: u64) -> u32 {
    digits.checked_ilog10().unwrap_or(0) + 1
}

/// Rounds to `kept` digits, half up. When the first digit that goes is below 5 it stays, for the printing to cut off.
fn round(digits: u64, exponent: i32, kept: usize) -> (u64, i32) {
    let len = decimal_len(digits) as usize;
    if kept >= len {
        return (digits, exponent);
    }
    let removed = (len - kept - 1) as u32;
    let digits = digits / 10u64.pow(removed);
    let exponent = exponent + removed as i32;
    if digits % 10 >= 5 {
        (digits / 10 + 1, exponent + 1)
    } else {
        (digits, exponent)
    }
}

fn decimal_text(digits: u64, exponent: i32, precision: Option<usize>) -> Option<String> {
    let text = digits.to_string();
    let magnitude = exponent.unsigned_abs() as usize;
    let required = match exponent {
        0.. => 2 + magnitude + text.len() + precision.unwrap_or(0),
        _ => 2 + (magnitude + text.len()).max(precision.unwrap_or(0)),
    };
    if required > BUFFER_LEN {
        return None;
    }
    let (whole, fraction) = if exponent >= 0 {
        (text + &"0".repeat(magnitude), String::new())
    } else if magnitude >= text.len() {
        let zeros = "0".repeat(magnitude - text.len());
        ("0".to_owned(), zeros + &text)
    } else {
        let (whole, fraction) = text.split_at(text.len() - magnitude);
        (whole.to_owned(), fraction.to_owned())
    };
    Some(with_fraction(whole, &fraction, precision))
}

fn scientific_text(digits: u64, exponent: i32, precision: Option<usize>) -> Option<String> {
    if precision.unwrap_or(0).saturating_add(8) > BUFFER_LEN {
        return None;
    }
    let text = digits.to_string();
    let (whole, fraction) = text.split_at(1);
    let exponent = exponent + fraction.len() as i32;
    let number = with_fraction(whole.to_owned(), fraction, precision);
    Some(format!("{number}e{exponent}"))
}

/// The fraction cut or filled up to the precision; no point when nothing follows it.
fn with_fraction(mut whole: String, fraction: &str, precision: Option<usize>) -> String {
    let len = precision.unwrap_or(fraction.len());
    if len > 0 {
        whole.push('.');
        whole.push_str(&fraction[..len.min(fraction.len())]);
        whole.push_str(&"0".repeat(len.saturating_sub(fraction.len())));
    }
    whole
}

/// `{x}`: a hexadecimal mantissa and a binary exponent, rounded half to even.
#[must_use]
pub fn hex(parts: &Parts, upper: bool, precision: Option<usize>) -> String {
    let sign = if parts.negative { "-" } else { "" };
    let special = match (parts.kind, upper) {
        (Kind::Nan, false) => Some("nan"),
        (Kind::Nan, true) => Some("NAN"),
        (Kind::Infinite, false) => Some("inf"),
        (Kind::Infinite, true) => Some("INF"),
        (Kind::Finite { .. }, _) => None,
    };
    if let Some(special) = special {
        return format!("{sign}{special}");
    }
    if parts.encoding == 0 {
        let zeros = "0".repeat(precision.unwrap_or(1));
        let point = if zeros.is_empty() { "" } else { "." };
        return format!("{sign}0x0{point}{zeros}p0");
    }
    let (mantissa, exponent, digit_count) = rounded_mantissa(parts, precision);
    let width = 1 + digit_count as usize;
    let all = if upper {
        format!("{mantissa:0>width$X}")
    } else {
        format!("{mantissa:0>width$x}")
    };
    let (whole, fraction) = all.split_at(1);
    let trimmed = fraction.trim_end_matches('0');
    let mut text = format!("{sign}0x{whole}");
    match precision {
        Some(0) => text.push_str(trimmed),
        Some(precision) => {
            let zeros = precision.saturating_sub(trimmed.len());
            // Writing into a `String` cannot fail.
            let _ = write!(text, ".{trimmed}{}", "0".repeat(zeros));
        }
        None if trimmed.is_empty() => {}
        None => {
            let _ = write!(text, ".{trimmed}");
        }
    }
    let _ = write!(text, "p{exponent}");
    text
}

/// The mantissa as hexadecimal digits (one before the point), the exponent without bias, and the digits after the point.
fn rounded_mantissa(parts: &Parts, precision: Option<usize>) -> (u128, i32, u32) {
    let bias = (1i32 << (parts.exponent_bits - 1)) - 1;
    let mantissa_mask = (1u64 << parts.mantissa_bits) - 1;
    let mut mantissa = u128::from(parts.encoding & mantissa_mask);
    let mut exponent = (parts.encoding >> parts.mantissa_bits) as i32;
    if exponent == 0 {
        exponent = 1;
    } else {
        mantissa |= 1 << parts.mantissa_bits;
    }
    let digit_count = parts.mantissa_bits.div_ceil(4);
    mantissa <<= digit_count * 4 - parts.mantissa_bits;
    let kept = precision.map_or(digit_count, |p| p.min(digit_count as usize) as u32);
    let extra_bits = (digit_count - kept) * 4;
    if extra_bits > 0 {
        // Two bits stay below the last digit: the half and whether anything is below it.
        for _ in 2..extra_bits {
            mantissa = (mantissa >> 1) | (mantissa & 1);
        }
        mantissa |= u128::from(mantissa & 0b100 != 0);
        mantissa = ((mantissa + 1) >> 2) << extra_bits;
        if mantissa & (1 << (1 + digit_count * 4)) != 0 {
            mantissa >>= 1;
            exponent += 1;
        }
    }
    (mantissa, exponent - bias, digit_count)
}
