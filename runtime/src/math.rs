//! Functions of `std.math` that rules map.
//!
//! Source: std/math.zig.

/// What approximate comparison needs of a float.
pub trait Approx: Copy + PartialOrd {
    /// `|x - y|`.
    #[must_use]
    fn distance(self, other: Self) -> Self;
    /// `max(|x|, |y|) * tolerance`.
    #[must_use]
    fn scaled(self, other: Self, tolerance: Self) -> Self;
}

macro_rules! approx {
    ($($float:ty),*) => {$(
        impl Approx for $float {
            fn distance(self, other: Self) -> Self {
                (self - other).abs()
            }

            fn scaled(self, other: Self, tolerance: Self) -> Self {
                self.abs().max(other.abs()) * tolerance
            }
        }
    )*};
}

approx! { f32, f64 }

/// `std.math.approxEqAbs`: equal values are near each other, infinities too; nan is near nothing.
pub fn approx_eq_abs<F: Approx>(x: F, y: F, tolerance: F) -> bool {
    x == y || x.distance(y) <= tolerance
}

/// `std.math.approxEqRel`: the tolerance is relative to the greater magnitude.
pub fn approx_eq_rel<F: Approx>(x: F, y: F, tolerance: F) -> bool {
    x == y || x.distance(y) <= x.scaled(y, tolerance)
}
