//! Integers of more than 128 bits: Zig's `u129` to `u65535`, `i256` and so on.
//!
//! `u256` is `WideInt<256, false, 4>`: the width, whether it is signed, and the number of 64-bit limbs (lowest first) that
//! hold it. The bits above the width repeat the sign, or are 0. Operators trap as in Zig's safe modes; the other methods
//! are named as those of `int`.
//!
//! Source: language reference, "Operators"; messages from `std.debug.FullPanic`.

use super::fmt::{self, Notation, Number};
use super::fmt_any::ZigFmt;
use super::int::OddInt;
use super::limbs;
use super::trap;
use core::cmp::Ordering;
use core::fmt::{Display, Formatter};
use core::ops::{Add, BitAnd, BitOr, BitXor, Mul, Neg, Not, Sub};

/// An integer of `BITS` bits in `LIMBS` words, aligned as Zig aligns it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[repr(align(16))]
pub struct WideInt<const BITS: u32, const SIGNED: bool, const LIMBS: usize> {
    limbs: [u64; LIMBS],
}

/// An unsigned `BITS`-bit integer.
pub type WideUint<const BITS: u32, const LIMBS: usize> = WideInt<BITS, false, LIMBS>;

impl<const BITS: u32, const SIGNED: bool, const LIMBS: usize> Default
    for WideInt<BITS, SIGNED, LIMBS>
{
    fn default() -> Self {
        Self::ZERO
    }
}

impl<const BITS: u32, const SIGNED: bool, const LIMBS: usize> WideInt<BITS, SIGNED, LIMBS> {
    /// 0.
    pub const ZERO: Self = WideInt { limbs: [0; LIMBS] };

    // ---- values ----------------------------------------------------------------------------------------------------

    /// `std.math.maxInt`.
    #[must_use]
    pub fn max_int() -> Self {
        let ones = Self {
            limbs: [u64::MAX; LIMBS],
        };
        if SIGNED {
            ones.wrapped_as_unsigned(BITS - 1)
        } else {
            ones.wrapped_as_unsigned(BITS)
        }
    }

    /// `std.math.minInt`.
    #[must_use]
    pub fn min_int() -> Self {
        if !SIGNED {
            return Self::ZERO;
        }
        !Self::max_int()
    }

    /// The limbs, lowest first; those above the last one are cut off. For constants.
    #[must_use]
    pub const fn from_limbs(limbs: [u64; LIMBS]) -> Self {
        WideInt { limbs }
    }

    /// The limbs, lowest first.
    #[must_use]
    pub const fn to_limbs(self) -> [u64; LIMBS] {
        self.limbs
    }

    /// A coercion from a native integer (`@as(u256, x)`), or the `@intCast` from one.
    #[track_caller]
    pub fn from_int<T: OddInt>(value: T) -> Self {
        let bits = value.to_bits();
        let fill = if value.is_below_zero() { u64::MAX } else { 0 };
        let limbs = core::array::from_fn(|i| match i {
            0 => bits as u64,
            1 => (bits >> 64) as u64,
            _ => fill,
        });
        let result = WideInt { limbs }.wrapped();
        if result.is_below_zero() != value.is_below_zero() {
            trap::integer_out_of_bounds()
        }
        result
    }

    /// The two's complement wrap of the limbs to the width.
    fn wrapped(self) -> Self {
        let negative = SIGNED && self.bit(BITS - 1);
        let low = self.wrapped_as_unsigned(BITS);
        if !negative {
            return low;
        }
        let ones = Self {
            limbs: [u64::MAX; LIMBS],
        };
        let above = ones.combine(ones.wrapped_as_unsigned(BITS), |a, b| a ^ b);
        low.combine(above, |a, b| a | b)
    }

    /// The lowest `bits` bits.
    fn wrapped_as_unsigned(self, bits: u32) -> Self {
        let mask = |i: usize| match bits.saturating_sub(64 * i as u32) {
            0 => 0,
            kept @ 1..=63 => u64::MAX >> (64 - kept),
            _ => u64::MAX,
        };
        WideInt {
            limbs: core::array::from_fn(|i| self.limbs[i] & mask(i)),
        }
    }

    fn bit(self, index: u32) -> bool {
        self.limbs[index as usize / 64] >> (index % 64) & 1 == 1
    }

    /// Whether the value is negative.
    #[must_use]
    pub fn is_below_zero(self) -> bool {
        SIGNED && self.bit(BITS - 1)
    }

    /// The absolute value's limbs.
    fn magnitude(self) -> [u64; LIMBS] {
        let mut limbs = self.limbs;
        if self.is_below_zero() {
            limbs::negate(&mut limbs);
        }
        limbs
    }

    /// The value of a sign and a magnitude, wrapped, and whether it is outside the width.
    fn from_magnitude(negative: bool, magnitude: &[u64]) -> (Self, bool) {
        let mut limbs: [u64; LIMBS] =
            core::array::from_fn(|i| magnitude.get(i).copied().unwrap_or(0));
        if negative {
            limbs::negate(&mut limbs);
        }
        let value = WideInt { limbs }.wrapped();
        let same = value.magnitude();
        let is_zero = magnitude.iter().all(|limb| *limb == 0);
        let longer = magnitude.iter().skip(LIMBS).any(|limb| *limb != 0);
        let equal = same.iter().zip(magnitude).all(|(a, b)| a == b);
        let fits = !longer && equal && (is_zero || value.is_below_zero() == negative);
        (value, !fits)
    }

    fn combine(self, other: Self, operation: impl Fn(u64, u64) -> u64) -> Self {
        WideInt {
            limbs: core::array::from_fn(|i| operation(self.limbs[i], other.limbs[i])),
        }
    }

    // ---- arithmetic ------------------------------------------------------------------------------------------------

    /// `@addWithOverflow`.
    #[must_use]
    pub fn add_with_overflow(self, other: Self) -> (Self, u8) {
        let mut limbs = self.limbs;
        let carry = limbs::add(&mut limbs, other.limbs);
        let value = WideInt { limbs }.wrapped();
        let overflowed = if SIGNED {
            let same_sign = self.is_below_zero() == other.is_below_zero();
            same_sign && value.is_below_zero() != self.is_below_zero()
        } else {
            carry || value.limbs != limbs
        };
        (value, u8::from(overflowed))
    }

    /// `@subWithOverflow`.
    #[must_use]
    pub fn sub_with_overflow(self, other: Self) -> (Self, u8) {
        let mut limbs = self.limbs;
        limbs::subtract(&mut limbs, &other.limbs);
        let value = WideInt { limbs }.wrapped();
        let overflowed = if SIGNED {
            let other_sign = self.is_below_zero() != other.is_below_zero();
            other_sign && value.is_below_zero() != self.is_below_zero()
        } else {
            self < other
        };
        (value, u8::from(overflowed))
    }

    /// `@mulWithOverflow`.
    #[must_use]
    pub fn mul_with_overflow(self, other: Self) -> (Self, u8) {
        let product = limbs::multiply(&self.magnitude(), &other.magnitude());
        let negative = self.is_below_zero() != other.is_below_zero();
        let (value, overflowed) = Self::from_magnitude(negative, &product);
        (value, u8::from(overflowed))
    }

    /// `@abs`: the result holds also that of the smallest value.
    #[must_use]
    pub fn unsigned_abs(self) -> WideUint<BITS, LIMBS> {
        let magnitude = if self.is_below_zero() {
            Self::ZERO.sub_wrapping(self)
        } else {
            self
        };
        magnitude.truncate_to_wide()
    }

    /// `a +% b`.
    #[must_use]
    pub fn add_wrapping(self, other: Self) -> Self {
        self.add_with_overflow(other).0
    }

    /// `a -% b`.
    #[must_use]
    pub fn sub_wrapping(self, other: Self) -> Self {
        self.sub_with_overflow(other).0
    }

    /// `a *% b`.
    #[must_use]
    pub fn mul_wrapping(self, other: Self) -> Self {
        self.mul_with_overflow(other).0
    }

    fn limit(min: bool) -> Self {
        if min {
            Self::min_int()
        } else {
            Self::max_int()
        }
    }

    /// `a +| b`.
    #[must_use]
    pub fn add_saturating(self, other: Self) -> Self {
        match self.add_with_overflow(other) {
            (value, 0) => value,
            _ => Self::limit(other.is_below_zero()),
        }
    }

    /// `a -| b`.
    #[must_use]
    pub fn sub_saturating(self, other: Self) -> Self {
        match self.sub_with_overflow(other) {
            (value, 0) => value,
            _ => Self::limit(!SIGNED || !other.is_below_zero()),
        }
    }

    /// `a *| b`.
    #[must_use]
    pub fn mul_saturating(self, other: Self) -> Self {
        match self.mul_with_overflow(other) {
            (value, 0) => value,
            _ => Self::limit(self.is_below_zero() != other.is_below_zero()),
        }
    }

    /// Quotient rounded to zero, remainder with the sign of the numerator; traps on 0.
    #[track_caller]
    fn divide(self, denominator: Self) -> (Self, Self, bool) {
        if denominator == Self::ZERO {
            trap::divide_by_zero()
        }
        let (quotient, remainder) = limbs::divide(&self.magnitude(), &denominator.magnitude());
        let negative = self.is_below_zero() != denominator.is_below_zero();
        let (quotient, overflowed) = Self::from_magnitude(negative, &quotient);
        (
            quotient,
            Self::from_magnitude(self.is_below_zero(), &remainder).0,
            overflowed,
        )
    }

    #[track_caller]
    fn divide_checked(self, denominator: Self) -> (Self, Self) {
        let (quotient, remainder, overflowed) = self.divide(denominator);
        if overflowed {
            trap::integer_overflow()
        }
        (quotient, remainder)
    }

    /// `@divTrunc` and `/`.
    #[track_caller]
    #[must_use]
    pub fn div_trunc_checked(self, denominator: Self) -> Self {
        self.divide_checked(denominator).0
    }

    /// `@divFloor`.
    #[track_caller]
    #[must_use]
    pub fn div_floor_checked(self, denominator: Self) -> Self {
        let (quotient, remainder) = self.divide_checked(denominator);
        let other_sign = remainder.is_below_zero() != denominator.is_below_zero();
        if remainder != Self::ZERO && other_sign {
            return quotient - Self::from_int(1u8);
        }
        quotient
    }

    /// `@divExact`.
    #[track_caller]
    #[must_use]
    pub fn div_exact_checked(self, denominator: Self) -> Self {
        let (quotient, remainder) = self.divide_checked(denominator);
        if remainder != Self::ZERO {
            trap::exact_division_remainder()
        }
        quotient
    }

    /// `@rem` and `%`.
    #[track_caller]
    #[must_use]
    pub fn rem_checked(self, denominator: Self) -> Self {
        self.divide(denominator).1
    }

    /// `@mod`.
    #[track_caller]
    #[must_use]
    pub fn mod_checked(self, denominator: Self) -> Self {
        let remainder = self.rem_checked(denominator);
        let other_sign = remainder.is_below_zero() != denominator.is_below_zero();
        if remainder != Self::ZERO && other_sign {
            return remainder.add_wrapping(denominator);
        }
        remainder
    }

    // ---- shifts and bits -------------------------------------------------------------------------------------------

    fn shifted_left(self, amount: u32) -> Self {
        let (words, bits) = (amount as usize / 64, amount % 64);
        let limb = |i: usize| if i >= words { self.limbs[i - words] } else { 0 };
        let below = |i: usize| {
            if i > words {
                self.limbs[i - words - 1]
            } else {
                0
            }
        };
        let join = |i: usize| match bits {
            0 => limb(i),
            _ => (limb(i) << bits) | (below(i) >> (64 - bits)),
        };
        WideInt {
            limbs: core::array::from_fn(join),
        }
        .wrapped()
    }

    /// `a << amount`; traps when the amount is the width or more.
    #[track_caller]
    #[must_use]
    pub fn shl_checked(self, amount: u32) -> Self {
        if amount >= BITS {
            trap::shift_rhs_too_big()
        }
        self.shifted_left(amount)
    }

    /// `a >> amount`; traps when the amount is the width or more.
    #[track_caller]
    #[must_use]
    pub fn shr_checked(self, amount: u32) -> Self {
        if amount >= BITS {
            trap::shift_rhs_too_big()
        }
        let fill = if self.is_below_zero() { u64::MAX } else { 0 };
        let (words, bits) = (amount as usize / 64, amount % 64);
        let limb = |i: usize| self.limbs.get(i).copied().unwrap_or(fill);
        let join = |i: usize| match bits {
            0 => limb(i + words),
            _ => (limb(i + words) >> bits) | (limb(i + words + 1) << (64 - bits)),
        };
        WideInt {
            limbs: core::array::from_fn(join),
        }
    }

    /// `@shlExact`.
    #[track_caller]
    #[must_use]
    pub fn shl_exact_checked(self, amount: u32) -> Self {
        let shifted = self.shl_checked(amount);
        if shifted.shr_checked(amount) != self {
            trap::shl_overflow()
        }
        shifted
    }

    /// `@shrExact`.
    #[track_caller]
    #[must_use]
    pub fn shr_exact_checked(self, amount: u32) -> Self {
        let shifted = self.shr_checked(amount);
        if shifted.shifted_left(amount) != self {
            trap::shr_overflow()
        }
        shifted
    }

    /// `a <<| amount`.
    #[must_use]
    pub fn shl_saturating(self, amount: u32) -> Self {
        if amount < BITS {
            let shifted = self.shifted_left(amount);
            if shifted.shr_checked(amount) == self {
                return shifted;
            }
        }
        if self == Self::ZERO {
            self
        } else {
            Self::limit(self.is_below_zero())
        }
    }

    /// `@popCount`. (Zig's type of it is `u8` up to 255 bits, else wider.)
    #[must_use]
    pub fn pop_count(self) -> u16 {
        self.wrapped_as_unsigned(BITS)
            .limbs
            .iter()
            .map(|limb| limb.count_ones() as u16)
            .sum()
    }

    /// `@clz`.
    #[must_use]
    pub fn clz(self) -> u16 {
        let used = (0..BITS)
            .rev()
            .find(|bit| self.bit(*bit))
            .map_or(0, |bit| bit + 1);
        (BITS - used) as u16
    }

    /// `@ctz`.
    #[must_use]
    pub fn ctz(self) -> u16 {
        (0..BITS).find(|bit| self.bit(*bit)).unwrap_or(BITS) as u16
    }

    /// `@bitReverse`.
    #[must_use]
    pub fn bit_reverse(self) -> Self {
        let mut result = Self::ZERO;
        for bit in (0..BITS).filter(|bit| self.bit(*bit)) {
            let target = BITS - 1 - bit;
            result.limbs[target as usize / 64] |= 1 << (target % 64);
        }
        result.wrapped()
    }

    /// `@byteSwap`; the width is a multiple of 8.
    #[must_use]
    pub fn byte_swap(self) -> Self {
        let mut bytes = self.to_little_bytes();
        bytes.reverse();
        Self::from_little_bytes(&bytes)
    }

    // ---- casts and bytes -------------------------------------------------------------------------------------------

    /// `@truncate` to a native integer of the width `TO`.
    #[must_use]
    pub fn truncate_to<T: OddInt, const TO: u32>(self) -> T {
        let high = self.limbs.get(1).copied().unwrap_or(0);
        T::from_bits(u128::from(self.limbs[0]) | (u128::from(high) << 64)).wrap::<TO>()
    }

    /// `std.math.cast` to a native integer of the width `TO`.
    #[must_use]
    pub fn try_cast<T: OddInt, const TO: u32>(self) -> Option<T> {
        let value = self.truncate_to::<T, TO>();
        let fill = if value.is_below_zero() { u64::MAX } else { 0 };
        let bits = value.to_bits();
        let expected = [bits as u64, (bits >> 64) as u64];
        let same = (0..LIMBS).all(|i| self.limbs[i] == expected.get(i).copied().unwrap_or(fill));
        (same && value.is_below_zero() == self.is_below_zero()).then_some(value)
    }

    /// `@intCast` to a native integer of the width `TO`.
    #[track_caller]
    #[must_use]
    pub fn int_cast<T: OddInt, const TO: u32>(self) -> T {
        match self.try_cast::<T, TO>() {
            Some(value) => value,
            None => trap::integer_out_of_bounds(),
        }
    }

    /// `@truncate` between wide integers, also `@bitCast`.
    #[must_use]
    pub fn truncate_to_wide<const TO: u32, const TO_SIGNED: bool, const TO_LIMBS: usize>(
        self,
    ) -> WideInt<TO, TO_SIGNED, TO_LIMBS> {
        let fill = if self.is_below_zero() { u64::MAX } else { 0 };
        let limb = |i: usize| self.limbs.get(i).copied().unwrap_or(fill);
        WideInt {
            limbs: core::array::from_fn(limb),
        }
        .wrapped()
    }

    /// `std.math.cast` between wide integers.
    #[must_use]
    pub fn try_cast_to_wide<const TO: u32, const TO_SIGNED: bool, const TO_LIMBS: usize>(
        self,
    ) -> Option<WideInt<TO, TO_SIGNED, TO_LIMBS>> {
        let value = self.truncate_to_wide::<TO, TO_SIGNED, TO_LIMBS>();
        let (mine, other) = (self.magnitude(), value.magnitude());
        let limb = |limbs: &[u64], i: usize| limbs.get(i).copied().unwrap_or(0);
        let same = (0..LIMBS.max(TO_LIMBS)).all(|i| limb(&mine, i) == limb(&other, i));
        (same && value.is_below_zero() == self.is_below_zero()).then_some(value)
    }

    /// `@intCast` between wide integers, also a coercion to a wider one.
    #[track_caller]
    #[must_use]
    pub fn int_cast_to_wide<const TO: u32, const TO_SIGNED: bool, const TO_LIMBS: usize>(
        self,
    ) -> WideInt<TO, TO_SIGNED, TO_LIMBS> {
        match self.try_cast_to_wide() {
            Some(value) => value,
            None => trap::integer_out_of_bounds(),
        }
    }

    /// `std.mem.writeInt(.., .little)`; the width is a multiple of 8.
    #[must_use]
    pub fn to_little_bytes(self) -> Vec<u8> {
        let bytes = self.limbs.iter().flat_map(|limb| limb.to_le_bytes());
        bytes.take(BITS.div_ceil(8) as usize).collect()
    }

    /// `std.mem.readInt(.., .little)`.
    #[must_use]
    pub fn from_little_bytes(bytes: &[u8]) -> Self {
        let mut limbs = [0; LIMBS];
        for (i, byte) in bytes.iter().enumerate().take(8 * LIMBS) {
            limbs[i / 8] |= u64::from(*byte) << (8 * (i % 8));
        }
        WideInt { limbs }.wrapped()
    }
}

// ---- operators -----------------------------------------------------------------------------------------------------

macro_rules! arithmetic {
    ($($operator:ident $method:ident $with_overflow:ident,)*) => {$(
        impl<const BITS: u32, const SIGNED: bool, const LIMBS: usize> $operator for WideInt<BITS, SIGNED, LIMBS> {
            type Output = Self;

            #[track_caller]
            fn $method(self, other: Self) -> Self {
                match self.$with_overflow(other) {
                    (value, 0) => value,
                    _ => trap::integer_overflow(),
                }
            }
        }
    )*};
}

arithmetic! {
    Add add add_with_overflow,
    Sub sub sub_with_overflow,
    Mul mul mul_with_overflow,
}

macro_rules! bitwise {
    ($($operator:ident $method:ident,)*) => {$(
        impl<const BITS: u32, const SIGNED: bool, const LIMBS: usize> $operator for WideInt<BITS, SIGNED, LIMBS> {
            type Output = Self;

            fn $method(self, other: Self) -> Self {
                self.combine(other, u64::$method)
            }
        }
    )*};
}

bitwise! {
    BitAnd bitand,
    BitOr bitor,
    BitXor bitxor,
}

impl<const BITS: u32, const SIGNED: bool, const LIMBS: usize> Not for WideInt<BITS, SIGNED, LIMBS> {
    type Output = Self;

    fn not(self) -> Self {
        WideInt {
            limbs: self.limbs.map(u64::not),
        }
        .wrapped()
    }
}

impl<const BITS: u32, const SIGNED: bool, const LIMBS: usize> Neg for WideInt<BITS, SIGNED, LIMBS> {
    type Output = Self;

    #[track_caller]
    fn neg(self) -> Self {
        Self::ZERO - self
    }
}

impl<const BITS: u32, const SIGNED: bool, const LIMBS: usize> PartialOrd
    for WideInt<BITS, SIGNED, LIMBS>
{
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl<const BITS: u32, const SIGNED: bool, const LIMBS: usize> Ord for WideInt<BITS, SIGNED, LIMBS> {
    fn cmp(&self, other: &Self) -> Ordering {
        let signs = other.is_below_zero().cmp(&self.is_below_zero());
        signs.then_with(|| limbs::compare(&self.limbs, &other.limbs))
    }
}

impl<const BITS: u32, const SIGNED: bool, const LIMBS: usize> Number
    for WideInt<BITS, SIGNED, LIMBS>
{
    fn fmt_number(&self, f: &mut Formatter<'_>, notation: Notation) -> core::fmt::Result {
        let mut rest = self.magnitude();
        let mut digits = Vec::new();
        while rest != [0; LIMBS] || digits.is_empty() {
            let digit = limbs::divide_small(&mut rest, notation.radix());
            digits.push(notation.digit(digit as u8));
        }
        digits.reverse();
        fmt::integer_digits(f, SIGNED, self.is_below_zero(), &digits)
    }
}

impl<const BITS: u32, const SIGNED: bool, const LIMBS: usize> Display
    for WideInt<BITS, SIGNED, LIMBS>
{
    fn fmt(&self, f: &mut Formatter<'_>) -> core::fmt::Result {
        self.fmt_number(f, Notation::Decimal)
    }
}

impl<const BITS: u32, const SIGNED: bool, const LIMBS: usize> ZigFmt
    for WideInt<BITS, SIGNED, LIMBS>
{
    fn fmt_any(&self, f: &mut Formatter<'_>, _depth: usize) -> core::fmt::Result {
        self.fmt_number(f, Notation::Decimal)
    }
}
