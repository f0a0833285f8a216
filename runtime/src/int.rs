//! Integers of any width up to 128 bits.
//!
//! A Zig `u21` is stored in the next native type (`u32`) and every value is kept inside the 21 bits. The methods of
//! [`OddInt`] take the width as a const argument: `x.add_checked::<21>(y)`. A native width works as well, and then costs
//! no more than Rust's own operator. Naming: `_checked` traps as Zig's safe modes do, `_wrapping` and `_saturating` are
//! `+%` and `+|`, `_with_overflow` gives Zig's tuple (its `u1` as `u8`), `try_` gives `None` for `error.Overflow`.
//!
//! Every method expects operands that are already inside the width.
//!
//! Source: the language reference, sections "Operators" and "Builtin Functions"; messages from `std.debug.FullPanic`.

use super::trap;
use core::cmp::Ordering;

/// What the generic code below needs from a native integer; implemented for all twelve, nothing to call by hand.
pub trait Native: Copy + Ord {
    /// Width of the native type.
    const NATIVE_BITS: u32;
    /// Whether the type has negative values.
    const SIGNED: bool;
    /// The value 0.
    const ZERO: Self;
    /// The value sign-extended (or zero-extended) to 128 bits.
    fn to_bits(self) -> u128;
    /// The lowest bits of `bits`.
    fn from_bits(bits: u128) -> Self;
    /// Whether the value is below zero.
    fn is_below_zero(self) -> bool;
    /// Sum in the native type, and whether that overflowed.
    fn native_add(self, other: Self) -> (Self, bool);
    /// Difference in the native type, and whether that overflowed.
    fn native_sub(self, other: Self) -> (Self, bool);
    /// Product in the native type, and whether that overflowed.
    fn native_mul(self, other: Self) -> (Self, bool);
    /// Quotient rounded to zero; `other` is not 0. `MIN / -1` wraps.
    fn native_div(self, other: Self) -> Self;
    /// Remainder with the sign of `self`; `other` is not 0. `MIN % -1` is 0.
    fn native_rem(self, other: Self) -> Self;
    /// `self << amount`, `amount` below the native width.
    fn native_shl(self, amount: u32) -> Self;
    /// `self >> amount` (arithmetic when signed), `amount` below the native width.
    fn native_shr(self, amount: u32) -> Self;
}

macro_rules! native {
    ($($int:ty),*) => {$(
        impl Native for $int {
            const NATIVE_BITS: u32 = <$int>::BITS;
            const SIGNED: bool = <$int>::MIN != 0;
            const ZERO: Self = 0;
            #[inline]
            #[allow(clippy::unnecessary_cast)]
            fn to_bits(self) -> u128 {
                self as u128
            }
            #[inline]
            #[allow(clippy::unnecessary_cast)]
            fn from_bits(bits: u128) -> Self {
                bits as Self
            }
            #[inline]
            #[allow(unused_comparisons)]
            fn is_below_zero(self) -> bool {
                self < 0
            }
            #[inline]
            fn native_add(self, other: Self) -> (Self, bool) {
                self.overflowing_add(other)
            }
            #[inline]
            fn native_sub(self, other: Self) -> (Self, bool) {
                self.overflowing_sub(other)
            }
            #[inline]
            fn native_mul(self, other: Self) -> (Self, bool) {
                self.overflowing_mul(other)
            }
            #[inline]
            fn native_div(self, other: Self) -> Self {
                self.wrapping_div(other)
            }
            #[inline]
            fn native_rem(self, other: Self) -> Self {
                self.wrapping_rem(other)
            }
            #[inline]
            fn native_shl(self, amount: u32) -> Self {
                self << amount
            }
            #[inline]
            fn native_shr(self, amount: u32) -> Self {
                self >> amount
            }
        }
        impl OddInt for $int {}
    )*};
}

native! {
    u8, u16, u32, u64, u128, usize, i8, i16, i32, i64, i128, isize
}

/// Zig's integer operations at a width of `BITS`, on the native integer that stores the value.
pub trait OddInt: Native {
    // ---- range -----------------------------------------------------------------------------------------------------

    /// The smallest value of the width: `std.math.minInt`.
    #[inline]
    fn min_int<const BITS: u32>() -> Self {
        if !Self::SIGNED || BITS == 0 {
            Self::ZERO
        } else {
            Self::from_bits(u128::MAX << (BITS - 1))
        }
    }

    /// The greatest value of the width: `std.math.maxInt`.
    #[inline]
    fn max_int<const BITS: u32>() -> Self {
        let magnitude_bits = if Self::SIGNED {
            BITS.saturating_sub(1)
        } else {
            BITS
        };
        Self::from_bits(if magnitude_bits == 0 {
            0
        } else {
            u128::MAX >> (128 - magnitude_bits)
        })
    }

    /// Two's complement wrap to the width, sign-extended when signed: the low bits, as `@truncate` and `+%` keep them.
    #[inline]
    fn wrap<const BITS: u32>(self) -> Self {
        if BITS == 0 {
            return Self::ZERO;
        }
        let unused = Self::NATIVE_BITS - BITS;
        self.native_shl(unused).native_shr(unused)
    }

    /// Whether the value is inside the width.
    #[inline]
    fn fits<const BITS: u32>(self) -> bool {
        self.wrap::<BITS>() == self
    }

    /// The value itself; traps with "integer overflow" when it is outside the width.
    #[inline]
    #[track_caller]
    fn fit<const BITS: u32>(self) -> Self {
        if !self.fits::<BITS>() {
            trap::integer_overflow()
        }
        self
    }

    /// The nearest value of the width.
    #[inline]
    fn saturate<const BITS: u32>(self) -> Self {
        self.clamp(Self::min_int::<BITS>(), Self::max_int::<BITS>())
    }

    // ---- `+ - *` and negation, trapping ----------------------------------------------------------------------------

    /// `a + b`.
    #[inline]
    #[track_caller]
    fn add_checked<const BITS: u32>(self, other: Self) -> Self {
        checked(self.try_add::<BITS>(other))
    }

    /// `a - b`.
    #[inline]
    #[track_caller]
    fn sub_checked<const BITS: u32>(self, other: Self) -> Self {
        checked(self.try_sub::<BITS>(other))
    }

    /// `a * b`.
    #[inline]
    #[track_caller]
    fn mul_checked<const BITS: u32>(self, other: Self) -> Self {
        checked(self.try_mul::<BITS>(other))
    }

    /// `-a`.
    #[inline]
    #[track_caller]
    fn neg_checked<const BITS: u32>(self) -> Self {
        Self::ZERO.sub_checked::<BITS>(self)
    }

    /// `std.math.add`: `None` is `error.Overflow`.
    #[inline]
    fn try_add<const BITS: u32>(self, other: Self) -> Option<Self> {
        without_overflow(self.add_with_overflow::<BITS>(other))
    }

    /// `std.math.sub`: `None` is `error.Overflow`.
    #[inline]
    fn try_sub<const BITS: u32>(self, other: Self) -> Option<Self> {
        without_overflow(self.sub_with_overflow::<BITS>(other))
    }

    /// `std.math.mul`: `None` is `error.Overflow`.
    #[inline]
    fn try_mul<const BITS: u32>(self, other: Self) -> Option<Self> {
        without_overflow(self.mul_with_overflow::<BITS>(other))
    }

    // ---- `@addWithOverflow` and its like ---------------------------------------------------------------------------

    /// `@addWithOverflow`.
    #[inline]
    fn add_with_overflow<const BITS: u32>(self, other: Self) -> (Self, u8) {
        wrap_result::<Self, BITS>(self.native_add(other))
    }

    /// `@subWithOverflow`.
    #[inline]
    fn sub_with_overflow<const BITS: u32>(self, other: Self) -> (Self, u8) {
        wrap_result::<Self, BITS>(self.native_sub(other))
    }

    /// `@mulWithOverflow`.
    #[inline]
    fn mul_with_overflow<const BITS: u32>(self, other: Self) -> (Self, u8) {
        wrap_result::<Self, BITS>(self.native_mul(other))
    }

    /// `@shlWithOverflow`: the bit is set when shifting back does not give the operand.
    #[inline]
    #[track_caller]
    fn shl_with_overflow<const BITS: u32>(self, amount: u32) -> (Self, u8) {
        let shifted = self.shl_checked::<BITS>(amount);
        (shifted, u8::from(shifted.native_shr(amount) != self))
    }

    // ---- wrapping: `+% -% *%` --------------------------------------------------------------------------------------

    /// `a +% b`.
    #[inline]
    fn add_wrapping<const BITS: u32>(self, other: Self) -> Self {
        self.native_add(other).0.wrap::<BITS>()
    }

    /// `a -% b`.
    #[inline]
    fn sub_wrapping<const BITS: u32>(self, other: Self) -> Self {
        self.native_sub(other).0.wrap::<BITS>()
    }

    /// `a *% b`.
    #[inline]
    fn mul_wrapping<const BITS: u32>(self, other: Self) -> Self {
        self.native_mul(other).0.wrap::<BITS>()
    }

    /// `-%a`.
    #[inline]
    fn neg_wrapping<const BITS: u32>(self) -> Self {
        Self::ZERO.sub_wrapping::<BITS>(self)
    }

    // ---- saturating: `+| -| *| <<|` --------------------------------------------------------------------------------

    /// `a +| b`.
    #[inline]
    fn add_saturating<const BITS: u32>(self, other: Self) -> Self {
        self.try_add::<BITS>(other)
            .unwrap_or_else(|| limit::<Self, BITS>(other.is_below_zero()))
    }

    /// `a -| b`.
    #[inline]
    fn sub_saturating<const BITS: u32>(self, other: Self) -> Self {
        let towards_min = if Self::SIGNED {
            !other.is_below_zero()
        } else {
            true
        };
        self.try_sub::<BITS>(other)
            .unwrap_or_else(|| limit::<Self, BITS>(towards_min))
    }

    /// `a *| b`.
    #[inline]
    fn mul_saturating<const BITS: u32>(self, other: Self) -> Self {
        let negative = self.is_below_zero() != other.is_below_zero();
        self.try_mul::<BITS>(other)
            .unwrap_or_else(|| limit::<Self, BITS>(negative))
    }

    /// `a <<| amount`; any amount is allowed, one of the width or more saturates whatever is not 0.
    #[inline]
    fn shl_saturating<const BITS: u32>(self, amount: u32) -> Self {
        if self == Self::ZERO {
            return self;
        }
        if amount < BITS {
            let shifted = self.native_shl(amount).wrap::<BITS>();
            if shifted.native_shr(amount) == self {
                return shifted;
            }
        }
        limit::<Self, BITS>(self.is_below_zero())
    }

    // ---- shifts and bits -------------------------------------------------------------------------------------------

    /// `a << amount`: bits above the width are lost, an amount of the width or more traps.
    #[inline]
    #[track_caller]
    fn shl_checked<const BITS: u32>(self, amount: u32) -> Self {
        check_shift_amount::<BITS>(amount);
        self.native_shl(amount).wrap::<BITS>()
    }

    /// `a >> amount`: arithmetic when signed; an amount of the width or more traps.
    #[inline]
    #[track_caller]
    fn shr_checked<const BITS: u32>(self, amount: u32) -> Self {
        check_shift_amount::<BITS>(amount);
        self.native_shr(amount)
    }

    /// `@shlExact`: traps when a bit (or the sign) is lost.
    #[inline]
    #[track_caller]
    fn shl_exact_checked<const BITS: u32>(self, amount: u32) -> Self {
        let shifted = self.shl_checked::<BITS>(amount);
        if shifted.native_shr(amount) != self {
            trap::shl_overflow()
        }
        shifted
    }

    /// `@shrExact`: traps when a set bit is lost.
    #[inline]
    #[track_caller]
    fn shr_exact_checked<const BITS: u32>(self, amount: u32) -> Self {
        let shifted = self.shr_checked::<BITS>(amount);
        if shifted.native_shl(amount) != self {
            trap::shr_overflow()
        }
        shifted
    }

    /// `a << amount` with the amount taken modulo the width; never traps.
    #[inline]
    fn shl_wrapping<const BITS: u32>(self, amount: u32) -> Self {
        self.native_shl(amount % BITS).wrap::<BITS>()
    }

    /// `a >> amount` with the amount taken modulo the width; never traps.
    #[inline]
    fn shr_wrapping<const BITS: u32>(self, amount: u32) -> Self {
        self.native_shr(amount % BITS)
    }

    /// `std.math.rotl`: the amount is taken modulo the width.
    #[inline]
    fn rotl<const BITS: u32>(self, amount: u32) -> Self {
        if BITS == 0 {
            return Self::ZERO;
        }
        let (bits, amount) = (bits_of::<Self, BITS>(self), amount % BITS);
        let rotated = if amount == 0 {
            bits
        } else {
            (bits << amount) | (bits >> (BITS - amount))
        };
        Self::from_bits(rotated).wrap::<BITS>()
    }

    /// `std.math.rotr`: the amount is taken modulo the width.
    #[inline]
    fn rotr<const BITS: u32>(self, amount: u32) -> Self {
        if BITS == 0 {
            Self::ZERO
        } else {
            self.rotl::<BITS>(BITS - amount % BITS)
        }
    }

    /// `~a` at the width.
    #[inline]
    fn not_at<const BITS: u32>(self) -> Self {
        Self::from_bits(!self.to_bits()).wrap::<BITS>()
    }

    /// `@popCount`. Zig's result type is at most `u8` for every width up to 255.
    #[inline]
    fn pop_count<const BITS: u32>(self) -> u8 {
        small(bits_of::<Self, BITS>(self).count_ones())
    }

    /// `@clz`: leading zeros of the width, not of the native type.
    #[inline]
    fn clz<const BITS: u32>(self) -> u8 {
        small(bits_of::<Self, BITS>(self).leading_zeros() - (128 - BITS))
    }

    /// `@ctz`: the width itself for 0.
    #[inline]
    fn ctz<const BITS: u32>(self) -> u8 {
        small(bits_of::<Self, BITS>(self).trailing_zeros().min(BITS))
    }

    /// `@bitReverse`.
    #[inline]
    fn bit_reverse<const BITS: u32>(self) -> Self {
        if BITS == 0 {
            return Self::ZERO;
        }
        Self::from_bits(bits_of::<Self, BITS>(self).reverse_bits() >> (128 - BITS)).wrap::<BITS>()
    }

    /// `@byteSwap`; the width is a multiple of 8.
    #[inline]
    fn byte_swap<const BITS: u32>(self) -> Self {
        if BITS == 0 {
            return Self::ZERO;
        }
        Self::from_bits(bits_of::<Self, BITS>(self).swap_bytes() >> (128 - BITS)).wrap::<BITS>()
    }

    // ---- division --------------------------------------------------------------------------------------------------

    /// `@divTrunc` and `/`: rounds to zero; traps on 0 and on `minInt / -1`.
    #[inline]
    #[track_caller]
    fn div_trunc_checked<const BITS: u32>(self, denominator: Self) -> Self {
        check_denominator(denominator);
        quotient_fits::<Self, BITS>(self, denominator);
        self.native_div(denominator)
    }

    /// `@divFloor`: rounds to negative infinity; traps on 0 and on `minInt / -1`.
    #[inline]
    #[track_caller]
    fn div_floor_checked<const BITS: u32>(self, denominator: Self) -> Self {
        let quotient = self.div_trunc_checked::<BITS>(denominator);
        let remainder = self.native_rem(denominator);
        if remainder != Self::ZERO && remainder.is_below_zero() != denominator.is_below_zero() {
            return quotient.native_sub(Self::from_bits(1)).0;
        }
        quotient
    }

    /// `@divExact`: traps on 0, on `minInt / -1`, and when a remainder is left.
    #[inline]
    #[track_caller]
    fn div_exact_checked<const BITS: u32>(self, denominator: Self) -> Self {
        let quotient = self.div_trunc_checked::<BITS>(denominator);
        if self.native_rem(denominator) != Self::ZERO {
            trap::exact_division_remainder()
        }
        quotient
    }

    /// `@rem` and `%`: the sign of the numerator; traps on 0. `minInt` by -1 is 0 (Zig leaves it undefined).
    #[inline]
    #[track_caller]
    fn rem_checked<const BITS: u32>(self, denominator: Self) -> Self {
        check_denominator(denominator);
        self.native_rem(denominator)
    }

    /// `@mod`: the sign of the denominator; traps on 0. `minInt` by -1 is 0 (Zig leaves it undefined).
    #[inline]
    #[track_caller]
    fn mod_checked<const BITS: u32>(self, denominator: Self) -> Self {
        let remainder = self.rem_checked::<BITS>(denominator);
        if remainder != Self::ZERO && remainder.is_below_zero() != denominator.is_below_zero() {
            return remainder.native_add(denominator).0;
        }
        remainder
    }

    // ---- casts -----------------------------------------------------------------------------------------------------

    /// `@intCast` to the width `BITS` of `T`; traps when the value is not representable there.
    #[inline]
    #[track_caller]
    fn int_cast<T: OddInt, const BITS: u32>(self) -> T {
        match self.try_cast::<T, BITS>() {
            Some(value) => value,
            None => trap::integer_out_of_bounds(),
        }
    }

    /// `std.math.cast`: `null` when the value is not representable.
    #[inline]
    fn try_cast<T: OddInt, const BITS: u32>(self) -> Option<T> {
        let value = self.truncate_to::<T, BITS>();
        let same =
            value.to_bits() == self.to_bits() && value.is_below_zero() == self.is_below_zero();
        same.then_some(value)
    }

    /// `std.math.lossyCast` between integers: the nearest value of the target.
    #[inline]
    fn lossy_cast<T: OddInt, const BITS: u32>(self) -> T {
        self.try_cast::<T, BITS>()
            .unwrap_or_else(|| limit::<T, BITS>(self.is_below_zero()))
    }

    /// `@truncate`, and `@bitCast` between integers of one width: the low bits, read with the target's sign.
    #[inline]
    fn truncate_to<T: OddInt, const BITS: u32>(self) -> T {
        T::from_bits(self.to_bits()).wrap::<BITS>()
    }

    // ---- bytes -----------------------------------------------------------------------------------------------------

    /// `std.mem.writeInt(.., .little)`: `BITS / 8` bytes; traps when `bytes` has another length.
    #[track_caller]
    fn write_little<const BITS: u32>(self, bytes: &mut [u8]) {
        let source = self.to_bits().to_le_bytes();
        bytes.copy_from_slice(&source[..(BITS / 8) as usize]);
    }

    /// `std.mem.writeInt(.., .big)`.
    #[track_caller]
    fn write_big<const BITS: u32>(self, bytes: &mut [u8]) {
        let source = self.to_bits().to_be_bytes();
        bytes.copy_from_slice(&source[16 - (BITS / 8) as usize..]);
    }

    /// `std.mem.readInt(.., .little)`: the bytes' number is the width.
    fn read_little<const BITS: u32>(bytes: &[u8]) -> Self {
        let bits = bytes
            .iter()
            .rev()
            .fold(0u128, |bits, byte| (bits << 8) | u128::from(*byte));
        Self::from_bits(bits).wrap::<BITS>()
    }

    /// `std.mem.readInt(.., .big)`.
    fn read_big<const BITS: u32>(bytes: &[u8]) -> Self {
        let bits = bytes
            .iter()
            .fold(0u128, |bits, byte| (bits << 8) | u128::from(*byte));
        Self::from_bits(bits).wrap::<BITS>()
    }
}

/// Floating-point sources of `@intFromFloat`.
pub trait IntFromFloat: Copy {
    /// `@intFromFloat` to the width `BITS` of `T`: the fraction is cut off. Traps when the integer part is outside the
    /// width, and for nan (which Zig leaves undefined).
    #[track_caller]
    fn int_from_float<T: OddInt, const BITS: u32>(self) -> T;
}

impl IntFromFloat for f32 {
    #[inline]
    #[track_caller]
    fn int_from_float<T: OddInt, const BITS: u32>(self) -> T {
        f64::from(self).int_from_float::<T, BITS>()
    }
}

impl IntFromFloat for f64 {
    #[inline]
    #[track_caller]
    fn int_from_float<T: OddInt, const BITS: u32>(self) -> T {
        let whole = self.trunc();
        let magnitude_bits = if T::SIGNED {
            i64::from(BITS) - 1
        } else {
            i64::from(BITS)
        };
        let above_max = power_of_two(magnitude_bits);
        let min = if T::SIGNED { -above_max } else { 0.0 };
        if !(whole >= min && whole < above_max) {
            trap::integer_part_out_of_bounds()
        }
        signed_from(whole < 0.0, whole.abs() as u128)
    }
}

/// `@intFromFloat` of a float with this integer part; none where it is beyond 128 bits, or the float is nan.
#[track_caller]
pub fn from_integer_part<T: OddInt, const BITS: u32>(negative: bool, part: Option<u128>) -> T {
    let all = bits_of::<u128, BITS>(u128::MAX);
    let max = if T::SIGNED { all >> 1 } else { all };
    let limit = if negative { all - max } else { max };
    let limit = if negative && !T::SIGNED { 0 } else { limit };
    match part {
        Some(magnitude) if magnitude <= limit => signed_from(negative, magnitude),
        _ => trap::integer_part_out_of_bounds(),
    }
}

fn signed_from<T: OddInt>(negative: bool, magnitude: u128) -> T {
    let magnitude = T::from_bits(magnitude);
    if negative {
        T::ZERO.native_sub(magnitude).0
    } else {
        magnitude
    }
}

/// Compares integers of any two types by their mathematical value, as Zig's `<` and `==` do.
#[inline]
pub fn compare<A: OddInt, B: OddInt>(a: A, b: B) -> Ordering {
    match (a.is_below_zero(), b.is_below_zero()) {
        (true, false) => Ordering::Less,
        (false, true) => Ordering::Greater,
        // Sign extension keeps the order among values of one sign.
        _ => a.to_bits().cmp(&b.to_bits()),
    }
}

/// 2 to the power of `exponent`, exactly.
fn power_of_two(exponent: i64) -> f64 {
    f64::from_bits(((1023 + exponent) as u64) << 52)
}

/// A bit count, which is at most 128.
fn small(count: u32) -> u8 {
    count as u8
}

/// The value's bits without sign extension.
fn bits_of<T: OddInt, const BITS: u32>(value: T) -> u128 {
    if BITS == 0 {
        0
    } else {
        value.to_bits() & (u128::MAX >> (128 - BITS))
    }
}

/// The bound that a saturating operation stops at.
fn limit<T: OddInt, const BITS: u32>(min: bool) -> T {
    if min {
        T::min_int::<BITS>()
    } else {
        T::max_int::<BITS>()
    }
}

fn wrap_result<T: OddInt, const BITS: u32>((value, overflowed): (T, bool)) -> (T, u8) {
    let wrapped = value.wrap::<BITS>();
    (wrapped, u8::from(overflowed || wrapped != value))
}

fn without_overflow<T>((value, overflowed): (T, u8)) -> Option<T> {
    (overflowed == 0).then_some(value)
}

#[track_caller]
fn checked<T>(value: Option<T>) -> T {
    match value {
        Some(value) => value,
        None => trap::integer_overflow(),
    }
}

#[track_caller]
fn check_shift_amount<const BITS: u32>(amount: u32) {
    if amount >= BITS {
        trap::shift_rhs_too_big()
    }
}

#[track_caller]
fn check_denominator<T: OddInt>(denominator: T) {
    if denominator == T::ZERO {
        trap::divide_by_zero()
    }
}

/// Only `minInt / -1` leaves the width.
#[track_caller]
fn quotient_fits<T: OddInt, const BITS: u32>(numerator: T, denominator: T) {
    if T::SIGNED && numerator == T::min_int::<BITS>() && denominator.to_bits() == u128::MAX {
        trap::integer_overflow()
    }
}
