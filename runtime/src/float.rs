//! Float operations whose Zig meaning Rust's methods do not have.
//!
//! The same in both languages, checked by `tests/float.rs`: `+ - * /`, `%` and `@rem`, `@round` (half away from zero),
//! `@floor`, `@ceil`, `@trunc`, `@sqrt`, `@abs`, `@mulAdd`. The transcendental builtins are in `trig`, `exponential` and
//! `logarithm`.
//!
//! None of these traps on a zero denominator. Source: language reference; the results are those of the x86_64 backend.

/// The floats of Rust.
pub trait Float: Copy + PartialOrd {
    /// `@mod`: the sign of the denominator. (Zig's LLVM backend differs where the denominator is negative, and in the sign
    /// of a zero.)
    #[must_use]
    fn mod_(self, denominator: Self) -> Self;
    /// `@divFloor`.
    #[must_use]
    fn div_floor(self, denominator: Self) -> Self;
    /// `@divTrunc`, and `@divExact`, which Zig does not check for floats.
    #[must_use]
    fn div_trunc(self, denominator: Self) -> Self;
    /// `@min`: the number where the other one is nan, the first where both are equal.
    #[must_use]
    fn min_of(self, other: Self) -> Self;
    /// `@max`: the number where the other one is nan, the first where both are equal.
    #[must_use]
    fn max_of(self, other: Self) -> Self;
}

macro_rules! floats {
    ($($float:ty),*) => {$(
        impl Float for $float {
            fn mod_(self, denominator: Self) -> Self {
                let remainder = self % denominator;
                let other_sign = remainder.is_sign_negative() != denominator.is_sign_negative();
                if remainder != 0.0 && other_sign { remainder + denominator } else { remainder }
            }

            fn div_floor(self, denominator: Self) -> Self {
                (self / denominator).floor()
            }

            fn div_trunc(self, denominator: Self) -> Self {
                (self / denominator).trunc()
            }

            fn min_of(self, other: Self) -> Self {
                if self.is_nan() || other < self { other } else { self }
            }

            fn max_of(self, other: Self) -> Self {
                if self.is_nan() || other > self { other } else { self }
            }
        }
    )*};
}

floats! { f32, f64 }
