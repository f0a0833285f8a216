//! Zig's `f80` and `f128`, which stable Rust does not have.
//!
//! `+ - * / % sqrt` and the conversions are correctly rounded. What Zig's own runtime library computes in `f64`
//! (`@exp`, `@log` and their like) goes through [`WideFloat::map`].
//!
//! Zig's runtime library is wrong where quotients of `f128` are subnormal, where `f80` becomes a subnormal `f16`, and for
//! `@mulAdd` of numbers that lie far apart; here these are rounded like all others.
//!
//! Source: IEEE 754; lib/compiler_rt (`fmaq`, `__fmax`, `expq`, `logq`).

use super::float_format::{Format, Kind, Unpacked};
use super::int::{self, IntFromFloat, OddInt};
use super::math::Approx;
use super::wide_product::Exact;
use core::cmp::Ordering;
use core::fmt::{Debug, Formatter};
use core::ops::{Add, AddAssign, Div, DivAssign, Mul, MulAssign, Neg};
use core::ops::{Rem, RemAssign, Sub, SubAssign};

/// A float of so many bits of precision, by its bits.
#[derive(Clone, Copy, Default)]
#[repr(transparent)]
pub struct WideFloat<const PRECISION: u32>(u128);

/// `f80`.
pub type F80 = WideFloat<64>;
/// `f128`.
pub type F128 = WideFloat<113>;

impl<const PRECISION: u32> WideFloat<PRECISION> {
    const FORMAT: Format = if PRECISION == 64 {
        Format::F80
    } else {
        Format::F128
    };
    const SIGN: u128 = Self::FORMAT.sign();
    const ONE: Self = Self::from_f64(1.0);
    /// `std.math.inf`.
    pub const INFINITY: Self = WideFloat(Self::FORMAT.infinity(false));
    /// The negative infinity.
    pub const NEG_INFINITY: Self = WideFloat(Self::FORMAT.infinity(true));
    /// `std.math.nan`.
    pub const NAN: Self = WideFloat(Self::FORMAT.nan(false, 0));

    /// `@bitCast` from an integer.
    #[must_use]
    pub const fn from_bits(bits: u128) -> Self {
        WideFloat(bits)
    }

    /// `@bitCast` to an integer.
    #[must_use]
    pub const fn to_bits(self) -> u128 {
        self.0
    }

    /// A float of another width, rounded once.
    #[must_use]
    pub const fn from_wide<const OTHER: u32>(value: WideFloat<OTHER>) -> Self {
        WideFloat(WideFloat::<OTHER>::FORMAT.convert(value.0, &Self::FORMAT))
    }

    /// `@floatCast` from `f64`, exact.
    #[must_use]
    pub const fn from_f64(value: f64) -> Self {
        WideFloat(Format::F64.convert(value.to_bits() as u128, &Self::FORMAT))
    }

    /// `@floatCast` from `f32`, exact.
    #[must_use]
    pub const fn from_f32(value: f32) -> Self {
        WideFloat(Format::F32.convert(value.to_bits() as u128, &Self::FORMAT))
    }

    /// A float with these bits in `f16`.
    #[must_use]
    pub const fn from_f16_bits(bits: u16) -> Self {
        WideFloat(Format::F16.convert(bits as u128, &Self::FORMAT))
    }

    /// `@floatCast` to `f64`, rounded once.
    #[must_use]
    pub const fn to_f64(self) -> f64 {
        f64::from_bits(Self::FORMAT.convert(self.0, &Format::F64) as u64)
    }

    /// `@floatCast` to `f32`, rounded once.
    #[must_use]
    pub const fn to_f32(self) -> f32 {
        f32::from_bits(Self::FORMAT.convert(self.0, &Format::F32) as u32)
    }

    /// The bits of the nearest `f16`.
    #[must_use]
    pub const fn to_f16_bits(self) -> u16 {
        Self::FORMAT.convert(self.0, &Format::F16) as u16
    }

    /// `@floatFromInt`.
    #[must_use]
    pub const fn from_u128(value: u128) -> Self {
        WideFloat(Self::FORMAT.encode(false, value, 0, false))
    }

    /// `@floatFromInt`.
    #[must_use]
    pub const fn from_i128(value: i128) -> Self {
        WideFloat(Self::FORMAT.encode(value < 0, value.unsigned_abs(), 0, false))
    }

    const fn unpacked(self) -> Unpacked {
        Self::FORMAT.decode(self.0)
    }

    /// A function of `f64`: `x.map(exponential::exp)`.
    #[must_use]
    pub fn map(self, function: impl FnOnce(f64) -> f64) -> Self {
        Self::from_f64(function(self.to_f64()))
    }

    /// `@abs`.
    #[must_use]
    pub const fn abs(self) -> Self {
        WideFloat(self.0 & !Self::SIGN)
    }

    /// `std.math.isNan`.
    #[must_use]
    pub const fn is_nan(self) -> bool {
        matches!(self.unpacked().kind, Kind::Nan(_))
    }

    /// `std.math.isInf`.
    #[must_use]
    pub const fn is_infinite(self) -> bool {
        matches!(self.unpacked().kind, Kind::Infinite)
    }

    /// `std.math.isFinite`.
    #[must_use]
    pub const fn is_finite(self) -> bool {
        matches!(self.unpacked().kind, Kind::Finite { .. })
    }

    /// `std.math.signbit`.
    #[must_use]
    pub const fn is_sign_negative(self) -> bool {
        self.0 & Self::SIGN != 0
    }

    /// `@mulAdd`. Zig calculates that of `f80` in `f128` and rounds again.
    #[must_use]
    pub fn mul_add(self, factor: Self, summand: Self) -> Self {
        let [a, b, c] = [self, factor, summand].map(F128::from_wide);
        Self::from_wide(a.fused(b, c))
    }

    /// `self * factor + summand`, rounded once.
    fn fused(self, factor: Self, summand: Self) -> Self {
        let operands = [self, factor, summand];
        if let Some(nan) = operands.into_iter().find(|one| one.is_nan()) {
            return nan.quieted();
        }
        let [a, b, c] = operands.map(Self::unpacked);
        let negative = a.negative != b.negative;
        if a.kind == Kind::Infinite || b.kind == Kind::Infinite {
            let is_invalid =
                a.is_zero() || b.is_zero() || (c.kind == Kind::Infinite && c.negative != negative);
            let infinity = WideFloat(Self::FORMAT.infinity(negative));
            return if is_invalid { Self::NAN } else { infinity };
        }
        let (Some(a), Some(b), Some(c)) = (Exact::of(a), Exact::of(b), Exact::of(c)) else {
            return summand;
        };
        let sum = a.times(b).plus(c);
        WideFloat(Self::FORMAT.encode(sum.negative, sum.high(), sum.exponent + 128, sum.is_odd()))
    }

    fn quieted(self) -> Self {
        Self::from_wide(self)
    }

    /// `@sqrt`.
    #[must_use]
    pub fn sqrt(self) -> Self {
        let Unpacked { negative, kind } = self.unpacked();
        let (significand, exponent) = match kind {
            Kind::Nan(_) => return self.quieted(),
            Kind::Finite { significand: 0, .. } => return self,
            _ if negative => return Self::NAN,
            Kind::Infinite => return self,
            Kind::Finite {
                significand,
                exponent,
            } => normalised(significand, exponent),
        };
        // Two bits of the square for each bit of the root; the exponent of the square must be even.
        let odd = exponent & 1;
        let mut square = significand >> odd;
        let digits = PRECISION + 2;
        let (mut root, mut rest) = (0u128, 0u128);
        for _ in 0..digits {
            rest = rest << 2 | square >> 126;
            square <<= 2;
            let trial = root << 2 | 1;
            root <<= 1;
            if rest >= trial {
                rest -= trial;
                root |= 1;
            }
        }
        let exponent = (exponent + odd) / 2 + 64 - digits as i32;
        WideFloat(Self::FORMAT.encode(false, root, exponent, rest != 0))
    }

    /// The number without its fraction, and how that compares with a half.
    fn parts(self) -> Option<(u128, Ordering, bool)> {
        let Kind::Finite {
            significand,
            exponent,
        } = self.unpacked().kind
        else {
            return None;
        };
        if exponent >= 0 {
            return None;
        }
        let shift = exponent.unsigned_abs();
        if shift > 127 {
            return Some((0, Ordering::Less, significand != 0));
        }
        let fraction = significand & ((1 << shift) - 1);
        let half = 1 << (shift - 1);
        Some((significand >> shift, fraction.cmp(&half), fraction != 0))
    }

    fn rounded(self, up: impl FnOnce(Ordering, bool) -> bool) -> Self {
        match self.parts() {
            None => self,
            Some((whole, half, has_fraction)) => {
                let magnitude = Self::from_u128(whole + u128::from(up(half, has_fraction)));
                WideFloat(magnitude.0 | self.0 & Self::SIGN)
            }
        }
    }

    /// `@trunc`.
    #[must_use]
    pub fn trunc(self) -> Self {
        self.rounded(|_, _| false)
    }

    /// `@floor`.
    #[must_use]
    pub fn floor(self) -> Self {
        self.rounded(|_, has_fraction| has_fraction && self.is_sign_negative())
    }

    /// `@ceil`.
    #[must_use]
    pub fn ceil(self) -> Self {
        self.rounded(|_, has_fraction| has_fraction && !self.is_sign_negative())
    }

    /// `@round`, half away from zero.
    #[must_use]
    pub fn round(self) -> Self {
        self.rounded(|half, _| half != Ordering::Less)
    }

    /// `@mod`: the sign of the denominator.
    #[must_use]
    pub fn mod_(self, denominator: Self) -> Self {
        let remainder = self % denominator;
        let has_other_sign = remainder.is_sign_negative() != denominator.is_sign_negative();
        if has_other_sign && !remainder.unpacked().is_zero() {
            remainder + denominator
        } else {
            remainder
        }
    }

    /// `@min`: the number where the other one is nan. Of two zeros that of `f80` is the first, that of `f128` the negative.
    #[must_use]
    pub fn min_of(self, other: Self) -> Self {
        if PRECISION == 113 && self == other {
            WideFloat(self.0 | other.0)
        } else if self.is_nan() || other < self {
            other
        } else {
            self
        }
    }

    /// `@max`, likewise.
    #[must_use]
    pub fn max_of(self, other: Self) -> Self {
        if PRECISION == 113 && self == other {
            WideFloat(self.0 & other.0)
        } else if self.is_nan() || other > self {
            other
        } else {
            self
        }
    }
}

/// The same number with the leading bit at 127.
fn normalised(significand: u128, exponent: i32) -> (u128, i32) {
    let shift = significand.leading_zeros();
    (significand << shift, exponent - shift as i32)
}

impl<const PRECISION: u32> Add for WideFloat<PRECISION> {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        self.fused(Self::ONE, other)
    }
}

impl<const PRECISION: u32> Sub for WideFloat<PRECISION> {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        self + if other.is_nan() { other } else { -other }
    }
}

impl<const PRECISION: u32> Mul for WideFloat<PRECISION> {
    type Output = Self;

    fn mul(self, other: Self) -> Self {
        self.fused(other, WideFloat((self.0 ^ other.0) & Self::SIGN))
    }
}

impl<const PRECISION: u32> Div for WideFloat<PRECISION> {
    type Output = Self;

    fn div(self, other: Self) -> Self {
        let [a, b] = [self, other].map(Self::unpacked);
        let negative = a.negative != b.negative;
        let zero = WideFloat((self.0 ^ other.0) & Self::SIGN);
        let infinity = WideFloat(Self::FORMAT.infinity(negative));
        match (a.kind, b.kind) {
            (Kind::Nan(_), _) => self.quieted(),
            (_, Kind::Nan(_)) => other.quieted(),
            (Kind::Infinite, Kind::Infinite) => Self::NAN,
            (Kind::Infinite, _) => infinity,
            (_, Kind::Infinite) => zero,
            _ if a.is_zero() && b.is_zero() => Self::NAN,
            _ if a.is_zero() => zero,
            _ if b.is_zero() => infinity,
            (
                Kind::Finite {
                    significand: top,
                    exponent: above,
                },
                Kind::Finite {
                    significand: bottom,
                    exponent: below,
                },
            ) => {
                let (top, above) = normalised(top, above);
                let (bottom, below) = normalised(bottom, below);
                let digits = PRECISION + 2;
                let (quotient, rest) = divided(top >> 1, bottom >> 1, digits);
                // What the halving dropped is zero: the formats have fewer bits.
                let exponent = above - below - digits as i32 + 1;
                WideFloat(Self::FORMAT.encode(negative, quotient, exponent, rest != 0))
            }
        }
    }
}

/// So many binary digits of `top / bottom`, the first before the point, and what remains; both are less than `2 ** 127`, the
/// quotient is less than 2.
fn divided(top: u128, bottom: u128, digits: u32) -> (u128, u128) {
    let (mut quotient, mut rest) = (0, top);
    for _ in 0..digits {
        quotient <<= 1;
        if rest >= bottom {
            rest -= bottom;
            quotient |= 1;
        }
        rest <<= 1;
    }
    (quotient, rest)
}

impl<const PRECISION: u32> Rem for WideFloat<PRECISION> {
    type Output = Self;

    /// Exact, with the sign of the numerator.
    fn rem(self, other: Self) -> Self {
        let [a, b] = [self, other].map(Self::unpacked);
        match (a.kind, b.kind) {
            (Kind::Nan(_), _) => self.quieted(),
            (_, Kind::Nan(_)) => other.quieted(),
            (Kind::Infinite, _) => Self::NAN,
            _ if b.is_zero() => Self::NAN,
            (_, Kind::Infinite) => self,
            _ if a.is_zero() || self.abs() < other.abs() => self,
            (
                Kind::Finite {
                    significand: top,
                    exponent: above,
                },
                Kind::Finite {
                    significand: bottom,
                    exponent: below,
                },
            ) => {
                let (top, above) = normalised(top, above);
                let (bottom, below) = normalised(bottom, below);
                let digits = above.abs_diff(below) + 1;
                let (_, rest) = divided(top >> 1, bottom >> 1, digits);
                WideFloat(Self::FORMAT.encode(a.negative, rest >> 1, below + 1, false))
            }
        }
    }
}

macro_rules! assignments {
    ($($operator:ident $method:ident $symbol:tt,)*) => {$(
        impl<const PRECISION: u32> $operator for WideFloat<PRECISION> {
            fn $method(&mut self, other: Self) {
                *self = *self $symbol other;
            }
        }
    )*};
}

assignments! {
    AddAssign add_assign +,
    SubAssign sub_assign -,
    MulAssign mul_assign *,
    DivAssign div_assign /,
    RemAssign rem_assign %,
}

impl<const PRECISION: u32> Neg for WideFloat<PRECISION> {
    type Output = Self;

    fn neg(self) -> Self {
        WideFloat(self.0 ^ Self::SIGN)
    }
}

impl<const PRECISION: u32> PartialEq for WideFloat<PRECISION> {
    fn eq(&self, other: &Self) -> bool {
        self.partial_cmp(other) == Some(Ordering::Equal)
    }
}

impl<const PRECISION: u32> PartialOrd for WideFloat<PRECISION> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        if self.is_nan() || other.is_nan() {
            return None;
        }
        let [a, b] = [self.abs().0, other.abs().0];
        Some(match (self.is_sign_negative(), other.is_sign_negative()) {
            _ if a == 0 && b == 0 => Ordering::Equal,
            (false, false) => a.cmp(&b),
            (true, true) => b.cmp(&a),
            (true, false) => Ordering::Less,
            (false, true) => Ordering::Greater,
        })
    }
}

impl<const PRECISION: u32> Approx for WideFloat<PRECISION> {
    fn distance(self, other: Self) -> Self {
        (self - other).abs()
    }

    fn scaled(self, other: Self, tolerance: Self) -> Self {
        self.abs().max_of(other.abs()) * tolerance
    }
}

impl<const PRECISION: u32> Debug for WideFloat<PRECISION> {
    /// The nearest `f64`, for messages of failed assertions.
    fn fmt(&self, f: &mut Formatter<'_>) -> core::fmt::Result {
        Debug::fmt(&self.to_f64(), f)
    }
}

impl<const PRECISION: u32> IntFromFloat for WideFloat<PRECISION> {
    #[track_caller]
    fn int_from_float<T: OddInt, const BITS: u32>(self) -> T {
        let part = match self.unpacked().kind {
            Kind::Finite {
                significand,
                exponent,
            } => whole(significand, exponent),
            _ => None,
        };
        int::from_integer_part::<T, BITS>(self.is_sign_negative(), part)
    }
}

/// The integer part; none where 128 bits do not hold it.
fn whole(significand: u128, exponent: i32) -> Option<u128> {
    if exponent <= 0 {
        return Some(
            significand
                .checked_shr(exponent.unsigned_abs())
                .unwrap_or(0),
        );
    }
    let is_held = exponent.unsigned_abs() <= significand.leading_zeros();
    is_held
        .then(|| significand << exponent)
        .or((significand == 0).then_some(0))
}
