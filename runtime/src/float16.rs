//! Zig's `f16`, which stable Rust does not have.
//!
//! Every operation is done in `f32` and rounded once; for `+ - * / sqrt` that gives the correctly rounded result. The
//! transcendental functions and `@mulAdd` go through `f32` in Zig's own runtime library too: [`F16::map`].
//!
//! Source: lib/compiler_rt (`truncsfhf2`, `truncdfhf2`, `extendhfsf2`, `fma`), std/fmt/float.zig.

use super::float::Float as _;
use super::fmt::{self, Notation, Number};
use super::fmt_any::ZigFmt;
use super::fmt_float::{Float, Kind, Parts};
use super::int::{IntFromFloat, OddInt};
use core::cmp::Ordering;
use core::fmt::Formatter;
use core::ops::{Add, AddAssign, Div, DivAssign, Mul, MulAssign, Neg};
use core::ops::{Rem, RemAssign, Sub, SubAssign};

/// `f16`, by its bits.
#[derive(Clone, Copy, Debug, Default)]
pub struct F16(pub u16);

const SIGN: u16 = 0x8000;

impl F16 {
    /// `std.math.inf(f16)`.
    pub const INFINITY: F16 = F16(0x7C00);
    /// `std.math.nan(f16)`.
    pub const NAN: F16 = F16(0x7E00);
    /// `std.math.floatMax(f16)`.
    pub const MAX: F16 = F16(0x7BFF);
    /// `std.math.floatMin(f16)`, the least normal number.
    pub const MIN_POSITIVE: F16 = F16(0x0400);
    /// `std.math.floatTrueMin(f16)`.
    pub const TRUE_MIN: F16 = F16(0x0001);
    /// `std.math.floatEps(f16)`.
    pub const EPSILON: F16 = F16(0x1400);

    /// `@bitCast` from `u16`.
    #[must_use]
    pub const fn from_bits(bits: u16) -> Self {
        F16(bits)
    }

    /// `@bitCast` to `u16`.
    #[must_use]
    pub const fn to_bits(self) -> u16 {
        self.0
    }

    /// `@floatCast` from `f32`, rounded to nearest even.
    #[must_use]
    pub const fn from_f32(value: f32) -> Self {
        Self::from_f64(value as f64)
    }

    /// `@floatCast` from `f64`, rounded once; `@floatFromInt` of any integer that is first cast to `f64`.
    #[must_use]
    pub const fn from_f64(value: f64) -> Self {
        let bits = value.to_bits();
        let sign = (bits >> 48) as u16 & SIGN;
        let exponent = (bits >> 52) as i32 & 0x7FF;
        let mantissa = bits & ((1 << 52) - 1);
        if exponent == 0x7FF {
            // The quiet bit and the payload's highest bits stay.
            let payload = if mantissa == 0 {
                0
            } else {
                0x200 | (mantissa >> 42) as u16
            };
            return F16(sign | 0x7C00 | payload);
        }
        // The exponent as f16 has it; below 1 the number is subnormal and loses more bits.
        let exponent = exponent - 1023 + 15;
        if exponent >= 31 {
            return F16(sign | 0x7C00);
        }
        let subnormal = if exponent > 0 { 0 } else { 1 - exponent };
        let dropped = (42 + subnormal) as u32;
        if dropped > 54 {
            return F16(sign);
        }
        let full = mantissa | (1 << 52);
        let kept = full >> dropped;
        let half = 1u64 << (dropped - 1);
        let rest = full & ((1 << dropped) - 1);
        let up = rest > half || (rest == half && kept & 1 == 1);
        let rounded = kept + up as u64;
        // A normal number's implicit bit counts as one in the exponent field; so does a carry.
        let base = if exponent > 0 {
            ((exponent - 1) as u64) << 10
        } else {
            0
        };
        F16(sign | (base + rounded) as u16)
    }

    /// `@floatCast` to `f32`, exact.
    #[must_use]
    pub fn to_f32(self) -> f32 {
        let magnitude = u32::from(self.0 & !SIGN);
        let sign = u32::from(self.0 & SIGN) << 16;
        let value = match magnitude >> 10 {
            0 => magnitude as f32 * f32::from_bits((127 - 24) << 23),
            31 => f32::from_bits(0x7F80_0000 | (magnitude & 0x3FF) << 13),
            _ => f32::from_bits((magnitude << 13) + ((127 - 15) << 23)),
        };
        f32::from_bits(value.to_bits() | sign)
    }

    /// `@floatCast` to `f64`, exact.
    #[must_use]
    pub fn to_f64(self) -> f64 {
        f64::from(self.to_f32())
    }

    /// A function of `f32`, rounded to `f16`: `x.map(f32::floor)`, `x.map(trig::sin_f32)`.
    #[must_use]
    pub fn map(self, function: impl FnOnce(f32) -> f32) -> Self {
        Self::from_f32(function(self.to_f32()))
    }

    /// A function of two `f32`, rounded to `f16`.
    #[must_use]
    pub fn zip(self, other: Self, function: impl FnOnce(f32, f32) -> f32) -> Self {
        Self::from_f32(function(self.to_f32(), other.to_f32()))
    }

    /// `@sqrt`.
    #[must_use]
    pub fn sqrt(self) -> Self {
        self.map(f32::sqrt)
    }

    /// `@abs`.
    #[must_use]
    pub const fn abs(self) -> Self {
        F16(self.0 & !SIGN)
    }

    /// `@mulAdd`, which Zig rounds to `f32` first.
    #[must_use]
    pub fn mul_add(self, factor: Self, summand: Self) -> Self {
        Self::from_f32(self.to_f32().mul_add(factor.to_f32(), summand.to_f32()))
    }

    /// `@mod`.
    #[must_use]
    pub fn mod_(self, denominator: Self) -> Self {
        self.zip(denominator, f32::mod_)
    }

    /// `@min`.
    #[must_use]
    pub fn min_of(self, other: Self) -> Self {
        self.zip(other, f32::min_of)
    }

    /// `@max`.
    #[must_use]
    pub fn max_of(self, other: Self) -> Self {
        self.zip(other, f32::max_of)
    }

    /// `std.math.isNan`.
    #[must_use]
    pub const fn is_nan(self) -> bool {
        self.0 & !SIGN > 0x7C00
    }

    /// `std.math.isInf`.
    #[must_use]
    pub const fn is_infinite(self) -> bool {
        self.0 & !SIGN == 0x7C00
    }

    /// `std.math.signbit`.
    #[must_use]
    pub const fn is_sign_negative(self) -> bool {
        self.0 & SIGN != 0
    }
}

macro_rules! operators {
    ($($operator:ident $method:ident $assign:ident $assign_method:ident $symbol:tt,)*) => {$(
        impl $assign for F16 {
            fn $assign_method(&mut self, other: F16) {
                *self = *self $symbol other;
            }
        }

        impl $operator for F16 {
            type Output = F16;

            fn $method(self, other: F16) -> F16 {
                self.zip(other, |a, b| a $symbol b)
            }
        }
    )*};
}

operators! {
    Add add AddAssign add_assign +,
    Sub sub SubAssign sub_assign -,
    Mul mul MulAssign mul_assign *,
    Div div DivAssign div_assign /,
    Rem rem RemAssign rem_assign %,
}

impl Neg for F16 {
    type Output = F16;

    fn neg(self) -> F16 {
        F16(self.0 ^ SIGN)
    }
}

impl PartialEq for F16 {
    fn eq(&self, other: &F16) -> bool {
        self.to_f32() == other.to_f32()
    }
}

impl PartialOrd for F16 {
    fn partial_cmp(&self, other: &F16) -> Option<Ordering> {
        self.to_f32().partial_cmp(&other.to_f32())
    }
}

impl IntFromFloat for F16 {
    #[track_caller]
    fn int_from_float<T: OddInt, const BITS: u32>(self) -> T {
        self.to_f64().int_from_float::<T, BITS>()
    }
}

impl Float for F16 {
    fn parts(self) -> Parts {
        let kind = if self.is_nan() {
            Kind::Nan
        } else if self.is_infinite() {
            Kind::Infinite
        } else {
            self.shortest()
        };
        Parts {
            negative: self.is_sign_negative(),
            kind,
            encoding: u64::from(self.abs().0),
            mantissa_bits: 10,
            exponent_bits: 5,
        }
    }
}

impl F16 {
    /// The fewest digits that read back as this number; five always do.
    fn shortest(self) -> Kind {
        let value = self.abs().to_f64();
        let reads_back = |digits: u64, exponent: i32| {
            let read = format!("{digits}e{exponent}").parse();
            read.is_ok_and(|read: f64| F16::from_f64(read).0 == self.abs().0)
        };
        for fraction_len in 0..4 {
            let (digits, exponent) = nearest(value, fraction_len);
            // Below a power of two the next number is nearer than above it, so only the greater neighbour may fit.
            for digits in [digits, digits + 1] {
                if reads_back(digits, exponent) {
                    return Kind::Finite { digits, exponent };
                }
            }
        }
        let (digits, exponent) = nearest(value, 4);
        Kind::Finite { digits, exponent }
    }
}

/// The nearest decimal with `fraction_len` digits behind the first one, as an integer and its power of ten.
fn nearest(value: f64, fraction_len: usize) -> (u64, i32) {
    let text = format!("{value:.fraction_len$e}");
    let (mantissa, exponent) = text.split_once('e').unwrap_or((&text, "0"));
    let digits = mantissa.bytes().filter(u8::is_ascii_digit);
    let digits = digits.fold(0, |sum, digit| sum * 10 + u64::from(digit - b'0'));
    let exponent: i32 = exponent.parse().unwrap_or(0);
    (digits, exponent - fraction_len as i32)
}

impl Number for F16 {
    fn fmt_number(&self, f: &mut Formatter<'_>, notation: Notation) -> core::fmt::Result {
        fmt::float(f, notation, *self)
    }
}

impl ZigFmt for F16 {
    fn fmt_any(&self, f: &mut Formatter<'_>, _depth: usize) -> core::fmt::Result {
        self.fmt_number(f, Notation::Decimal)
    }
}
