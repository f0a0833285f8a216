//! Zig's `@Vector(N, T)`: operations on all lanes at once.
//!
//! `+ - * / %`, `& | ^ ! << >>` and negation are the lanes' own operators, which trap as those do. Widths that Rust does
//! not have go through [`Vector::map`] and [`Vector::zip`] with the methods of `int`, as do casts and functions of one
//! lane: `v.zip(w, |a, b| a.add_checked::<21>(b))`, `v.map(f32::sqrt)`, `v.map(|x| x.int_cast::<u8, 8>())`.
//!
//! Source: language reference, "Vectors", `@reduce`, `@shuffle`, `@select`, `@splat`; std/simd.zig.

use core::ops::{
    Add, BitAnd, BitOr, BitXor, Deref, DerefMut, Div, Mul, Neg, Not, Rem, Shl, Shr, Sub,
};

/// `@Vector(N, T)`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[repr(transparent)]
pub struct Vector<T, const N: usize>(pub [T; N]);

/// Operations of a lane that depend on its type.
pub trait Lane: Copy + PartialOrd {
    /// `a +% b`, or `a + b` of floats.
    #[must_use]
    fn lane_add_wrapping(self, other: Self) -> Self;
    /// `a *% b`, or `a * b` of floats.
    #[must_use]
    fn lane_mul_wrapping(self, other: Self) -> Self;
    /// `@min`; a number rather than nan.
    #[must_use]
    fn lane_min(self, other: Self) -> Self;
    /// `@max`; a number rather than nan.
    #[must_use]
    fn lane_max(self, other: Self) -> Self;
}

/// Lanes of integers.
pub trait IntLane: Lane {
    /// `a -% b`.
    #[must_use]
    fn lane_sub_wrapping(self, other: Self) -> Self;
    /// `a +| b`.
    #[must_use]
    fn lane_add_saturating(self, other: Self) -> Self;
    /// `a -| b`.
    #[must_use]
    fn lane_sub_saturating(self, other: Self) -> Self;
    /// `a *| b`.
    #[must_use]
    fn lane_mul_saturating(self, other: Self) -> Self;
    /// `@addWithOverflow`.
    #[must_use]
    fn lane_add_overflow(self, other: Self) -> (Self, bool);
    /// `@subWithOverflow`.
    #[must_use]
    fn lane_sub_overflow(self, other: Self) -> (Self, bool);
    /// `@mulWithOverflow`.
    #[must_use]
    fn lane_mul_overflow(self, other: Self) -> (Self, bool);
}

macro_rules! int_lanes {
    ($($int:ty),*) => {$(
        impl Lane for $int {
            fn lane_add_wrapping(self, other: Self) -> Self {
                self.wrapping_add(other)
            }
            fn lane_mul_wrapping(self, other: Self) -> Self {
                self.wrapping_mul(other)
            }
            fn lane_min(self, other: Self) -> Self {
                self.min(other)
            }
            fn lane_max(self, other: Self) -> Self {
                self.max(other)
            }
        }
        impl IntLane for $int {
            fn lane_sub_wrapping(self, other: Self) -> Self {
                self.wrapping_sub(other)
            }
            fn lane_add_saturating(self, other: Self) -> Self {
                self.saturating_add(other)
            }
            fn lane_sub_saturating(self, other: Self) -> Self {
                self.saturating_sub(other)
            }
            fn lane_mul_saturating(self, other: Self) -> Self {
                self.saturating_mul(other)
            }
            fn lane_add_overflow(self, other: Self) -> (Self, bool) {
                self.overflowing_add(other)
            }
            fn lane_sub_overflow(self, other: Self) -> (Self, bool) {
                self.overflowing_sub(other)
            }
            fn lane_mul_overflow(self, other: Self) -> (Self, bool) {
                self.overflowing_mul(other)
            }
        }
    )*};
}

int_lanes! { u8, u16, u32, u64, u128, usize, i8, i16, i32, i64, i128, isize }

macro_rules! float_lanes {
    ($($float:ty),*) => {$(
        impl Lane for $float {
            fn lane_add_wrapping(self, other: Self) -> Self {
                self + other
            }
            fn lane_mul_wrapping(self, other: Self) -> Self {
                self * other
            }
            fn lane_min(self, other: Self) -> Self {
                if self.is_nan() || other < self { other } else { self }
            }
            fn lane_max(self, other: Self) -> Self {
                if self.is_nan() || other > self { other } else { self }
            }
        }
    )*};
}

float_lanes! { f32, f64 }

impl<T: Copy, const N: usize> Vector<T, N> {
    /// `@splat`.
    pub const fn splat(value: T) -> Self {
        Vector([value; N])
    }

    /// The lanes as an array.
    #[must_use]
    pub const fn to_array(self) -> [T; N] {
        self.0
    }

    /// Every lane through a function.
    #[must_use]
    pub fn map<U>(self, function: impl FnMut(T) -> U) -> Vector<U, N> {
        Vector(self.0.map(function))
    }

    /// The lanes of two vectors through a function.
    #[must_use]
    pub fn zip<U: Copy, R>(
        self,
        other: Vector<U, N>,
        mut function: impl FnMut(T, U) -> R,
    ) -> Vector<R, N> {
        Vector(core::array::from_fn(|i| function(self.0[i], other.0[i])))
    }

    /// `@shuffle(T, a, b, mask)`: `i` takes `a[i]`, `~i` (a negative number) takes `b[i]`.
    #[must_use]
    pub fn shuffle<const B: usize, const M: usize>(
        self,
        b: Vector<T, B>,
        mask: [i32; M],
    ) -> Vector<T, M> {
        Vector(mask.map(|index| match usize::try_from(index) {
            Ok(index) => self.0[index],
            Err(_) => b.0[!index as usize],
        }))
    }

    /// `std.simd.join` and the like build on this: lanes `start..start + M`.
    #[must_use]
    pub fn extract<const M: usize>(self, start: usize) -> Vector<T, M> {
        Vector(core::array::from_fn(|i| self.0[start + i]))
    }

    fn fold(self, function: impl Fn(T, T) -> T) -> T {
        self.0[1..].iter().fold(self.0[0], |a, b| function(a, *b))
    }
}

impl<const N: usize> Vector<bool, N> {
    /// `@select(T, self, a, b)`.
    #[must_use]
    pub fn select<T: Copy>(self, a: Vector<T, N>, b: Vector<T, N>) -> Vector<T, N> {
        let pairs = a.zip(b, |a, b| (a, b));
        self.zip(pairs, |first, (a, b)| if first { a } else { b })
    }

    /// `@bitCast` of a vector of `bool` or `u1` to an integer: lane 0 is the lowest bit.
    #[must_use]
    pub fn to_bits(self) -> u128 {
        self.0
            .iter()
            .rev()
            .fold(0, |bits, lane| (bits << 1) | u128::from(*lane))
    }
}

macro_rules! comparisons {
    ($($(#[$doc:meta])* $name:ident $bound:ident $operator:tt;)*) => {
        impl<T: Copy, const N: usize> Vector<T, N> {
            $(
                $(#[$doc])*
                #[must_use]
                pub fn $name(self, other: Self) -> Vector<bool, N>
                where
                    T: $bound,
                {
                    self.zip(other, |a, b| a $operator b)
                }
            )*
        }
    };
}

comparisons! {
    /// `a == b`, by lane.
    lanes_eq PartialEq ==;
    /// `a != b`, by lane.
    lanes_ne PartialEq !=;
    /// `a < b`, by lane.
    lanes_lt PartialOrd <;
    /// `a <= b`, by lane.
    lanes_le PartialOrd <=;
    /// `a > b`, by lane.
    lanes_gt PartialOrd >;
    /// `a >= b`, by lane.
    lanes_ge PartialOrd >=;
}

impl<T: Lane, const N: usize> Vector<T, N> {
    /// `@reduce(.Add, v)`: wraps; floats are added from the first lane on.
    #[must_use]
    pub fn reduce_add(self) -> T {
        self.fold(T::lane_add_wrapping)
    }

    /// `@reduce(.Mul, v)`: wraps.
    #[must_use]
    pub fn reduce_mul(self) -> T {
        self.fold(T::lane_mul_wrapping)
    }

    /// `@reduce(.Min, v)`.
    #[must_use]
    pub fn reduce_min(self) -> T {
        self.fold(T::lane_min)
    }

    /// `@reduce(.Max, v)`.
    #[must_use]
    pub fn reduce_max(self) -> T {
        self.fold(T::lane_max)
    }

    /// `@min(a, b)`.
    #[must_use]
    pub fn lanes_min(self, other: Self) -> Self {
        self.zip(other, T::lane_min)
    }

    /// `@max(a, b)`.
    #[must_use]
    pub fn lanes_max(self, other: Self) -> Self {
        self.zip(other, T::lane_max)
    }

    /// `a +% b`.
    #[must_use]
    pub fn add_wrapping(self, other: Self) -> Self {
        self.zip(other, T::lane_add_wrapping)
    }

    /// `a *% b`.
    #[must_use]
    pub fn mul_wrapping(self, other: Self) -> Self {
        self.zip(other, T::lane_mul_wrapping)
    }
}

/// A vector's `@addWithOverflow` and the like: the wrapped lanes, and 1 where a lane overflowed.
impl<T: Copy, const N: usize> Vector<(T, u8), N> {
    /// The results of `@addWithOverflow` and its like on lanes of odd widths.
    #[must_use]
    pub fn unzip(self) -> (Vector<T, N>, Vector<u8, N>) {
        (self.map(|(value, _)| value), self.map(|(_, bit)| bit))
    }
}

fn split<T: Copy, const N: usize>(pairs: Vector<(T, bool), N>) -> (Vector<T, N>, Vector<u8, N>) {
    (
        pairs.map(|(value, _)| value),
        pairs.map(|(_, overflowed)| u8::from(overflowed)),
    )
}

impl<T: IntLane, const N: usize> Vector<T, N> {
    /// `a -% b`.
    #[must_use]
    pub fn sub_wrapping(self, other: Self) -> Self {
        self.zip(other, T::lane_sub_wrapping)
    }

    /// `a +| b`.
    #[must_use]
    pub fn add_saturating(self, other: Self) -> Self {
        self.zip(other, T::lane_add_saturating)
    }

    /// `a -| b`.
    #[must_use]
    pub fn sub_saturating(self, other: Self) -> Self {
        self.zip(other, T::lane_sub_saturating)
    }

    /// `a *| b`.
    #[must_use]
    pub fn mul_saturating(self, other: Self) -> Self {
        self.zip(other, T::lane_mul_saturating)
    }

    /// `@addWithOverflow`.
    #[must_use]
    pub fn add_with_overflow(self, other: Self) -> (Self, Vector<u8, N>) {
        split(self.zip(other, T::lane_add_overflow))
    }

    /// `@subWithOverflow`.
    #[must_use]
    pub fn sub_with_overflow(self, other: Self) -> (Self, Vector<u8, N>) {
        split(self.zip(other, T::lane_sub_overflow))
    }

    /// `@mulWithOverflow`.
    #[must_use]
    pub fn mul_with_overflow(self, other: Self) -> (Self, Vector<u8, N>) {
        split(self.zip(other, T::lane_mul_overflow))
    }
}

macro_rules! bit_reductions {
    ($($(#[$doc:meta])* $name:ident $operator:ident $method:ident;)*) => {
        impl<T: Copy, const N: usize> Vector<T, N> {
            $(
                $(#[$doc])*
                #[must_use]
                pub fn $name(self) -> T
                where
                    T: $operator<Output = T>,
                {
                    self.fold(T::$method)
                }
            )*
        }
    };
}

bit_reductions! {
    /// `@reduce(.And, v)`, also of `bool`.
    reduce_and BitAnd bitand;
    /// `@reduce(.Or, v)`, also of `bool`.
    reduce_or BitOr bitor;
    /// `@reduce(.Xor, v)`, also of `bool`.
    reduce_xor BitXor bitxor;
}

macro_rules! binary {
    ($($operator:ident $method:ident,)*) => {$(
        impl<T: Copy + $operator<U, Output = T>, U: Copy, const N: usize> $operator<Vector<U, N>> for Vector<T, N> {
            type Output = Vector<T, N>;

            #[track_caller]
            fn $method(self, other: Vector<U, N>) -> Self {
                self.zip(other, T::$method)
            }
        }
    )*};
}

binary! {
    Add add,
    Sub sub,
    Mul mul,
    Div div,
    Rem rem,
    BitAnd bitand,
    BitOr bitor,
    BitXor bitxor,
    Shl shl,
    Shr shr,
}

impl<T: Copy + Neg<Output = T>, const N: usize> Neg for Vector<T, N> {
    type Output = Self;

    fn neg(self) -> Self {
        self.map(T::neg)
    }
}

impl<T: Copy + Not<Output = T>, const N: usize> Not for Vector<T, N> {
    type Output = Self;

    fn not(self) -> Self {
        self.map(T::not)
    }
}

/// `v[i]`, iteration and slices of the lanes.
impl<T, const N: usize> Deref for Vector<T, N> {
    type Target = [T; N];

    fn deref(&self) -> &[T; N] {
        &self.0
    }
}

impl<T, const N: usize> DerefMut for Vector<T, N> {
    fn deref_mut(&mut self) -> &mut [T; N] {
        &mut self.0
    }
}

impl<T, const N: usize> From<[T; N]> for Vector<T, N> {
    fn from(lanes: [T; N]) -> Self {
        Vector(lanes)
    }
}

impl<T, const N: usize> From<Vector<T, N>> for [T; N] {
    fn from(vector: Vector<T, N>) -> Self {
        vector.0
    }
}
