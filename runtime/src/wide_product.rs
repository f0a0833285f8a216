//! Exact products and sums of floats of up to 128 bits, for `wide_float`.

use super::float_format::{Kind, Unpacked};

/// `(high * 2 ** 128 + low) * 2 ** exponent`, and a little more where bits were lost.
#[derive(Clone, Copy)]
pub struct Exact {
    pub negative: bool,
    high: u128,
    low: u128,
    pub exponent: i32,
    sticky: bool,
}

impl Exact {
    /// A finite number.
    #[must_use]
    pub fn of(Unpacked { negative, kind }: Unpacked) -> Option<Self> {
        let Kind::Finite {
            significand,
            exponent,
        } = kind
        else {
            return None;
        };
        Some(Exact {
            negative,
            high: 0,
            low: significand,
            exponent,
            sticky: false,
        })
    }

    /// The high half of the magnitude.
    #[must_use]
    pub fn high(self) -> u128 {
        self.high
    }

    /// Whether there is more than the high half.
    #[must_use]
    pub fn is_odd(self) -> bool {
        self.low != 0 || self.sticky
    }

    fn is_zero(self) -> bool {
        self.high == 0 && self.low == 0
    }

    /// The product of two numbers of one half.
    #[must_use]
    pub fn times(self, other: Self) -> Self {
        let (high, low) = product(self.low, other.low);
        Exact {
            negative: self.negative != other.negative,
            high,
            low,
            exponent: self.exponent + other.exponent,
            sticky: false,
        }
    }

    /// The sum, its leading bit at the top of the high half. Equal numbers of different signs give the positive zero.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        if self.is_zero() || other.is_zero() {
            let (sum, zero) = if self.is_zero() {
                (other, self)
            } else {
                (self, other)
            };
            let negative = sum.negative && (!sum.is_zero() || zero.negative);
            return Exact { negative, ..sum }.normalised(0);
        }
        // One bit is left free for the carry.
        let [a, b] = [self, other].map(|one| one.normalised(1));
        let (a, b) = if a.exponent < b.exponent {
            (b, a)
        } else {
            (a, b)
        };
        let b = b.shifted_right(a.exponent.abs_diff(b.exponent));
        let sum = if a.negative == b.negative {
            a.joined(b, u128::carrying_sum)
        } else if (a.high, a.low) < (b.high, b.low) {
            Exact {
                negative: b.negative,
                ..b.joined(a, u128::borrowing_difference)
            }
        } else {
            a.joined(b, u128::borrowing_difference).less_lost()
        };
        let is_nothing = sum.is_zero() && !sum.sticky;
        Exact {
            negative: sum.negative && !is_nothing,
            ..sum
        }
        .normalised(0)
    }

    fn joined(self, other: Self, join: fn(u128, u128, bool) -> (u128, bool)) -> Self {
        let (low, carry) = join(self.low, other.low, false);
        let (high, _) = join(self.high, other.high, carry);
        Exact {
            high,
            low,
            sticky: other.sticky,
            exponent: self.exponent,
            negative: self.negative,
        }
    }

    /// What was lost of the subtracted number makes the difference a little less: one less, and a little more.
    fn less_lost(self) -> Self {
        let (low, borrow) = u128::borrowing_difference(self.low, 0, self.sticky);
        let (high, _) = u128::borrowing_difference(self.high, 0, borrow);
        Exact { high, low, ..self }
    }

    /// With so many bits free above the leading one.
    fn normalised(self, free: u32) -> Self {
        if self.is_zero() {
            return self;
        }
        let zeros = if self.high == 0 {
            128 + self.low.leading_zeros()
        } else {
            self.high.leading_zeros()
        };
        if zeros < free {
            return self.shifted_right(free - zeros);
        }
        let shift = zeros - free;
        let (high, low) = if shift >= 128 {
            (self.low << (shift - 128), 0)
        } else if shift == 0 {
            (self.high, self.low)
        } else {
            (
                self.high << shift | self.low >> (128 - shift),
                self.low << shift,
            )
        };
        Exact {
            high,
            low,
            exponent: self.exponent - shift as i32,
            ..self
        }
    }

    /// Moved to a greater exponent; what falls off is remembered.
    fn shifted_right(self, shift: u32) -> Self {
        let (high, low, is_lost) = match shift {
            0 => (self.high, self.low, false),
            1..128 => (
                self.high >> shift,
                self.low >> shift | self.high << (128 - shift),
                self.low << (128 - shift) != 0,
            ),
            128 => (0, self.high, self.low != 0),
            129..256 => (
                0,
                self.high >> (shift - 128),
                self.high << (256 - shift) != 0 || self.low != 0,
            ),
            _ => (0, 0, true),
        };
        Exact {
            high,
            low,
            exponent: self.exponent + shift as i32,
            sticky: self.sticky || is_lost,
            ..self
        }
    }
}

/// Arithmetic on one half with the carry of the other.
trait Half: Sized {
    fn carrying_sum(self, other: Self, carry: bool) -> (Self, bool);
    fn borrowing_difference(self, other: Self, borrow: bool) -> (Self, bool);
}

impl Half for u128 {
    fn carrying_sum(self, other: Self, carry: bool) -> (Self, bool) {
        let (sum, first) = self.overflowing_add(other);
        let (sum, second) = sum.overflowing_add(Self::from(carry));
        (sum, first || second)
    }

    fn borrowing_difference(self, other: Self, borrow: bool) -> (Self, bool) {
        let (difference, first) = self.overflowing_sub(other);
        let (difference, second) = difference.overflowing_sub(Self::from(borrow));
        (difference, first || second)
    }
}

/// The product of two halves.
fn product(a: u128, b: u128) -> (u128, u128) {
    let split = |value: u128| (value >> 64, value & u128::from(u64::MAX));
    let ((a1, a0), (b1, b0)) = (split(a), split(b));
    let (carry, lowest) = split(a0 * b0);
    let (first, middle) = split(a1 * b0 + carry);
    let (second, middle) = split(a0 * b1 + middle);
    (a1 * b1 + first + second, middle << 64 | lowest)
}
