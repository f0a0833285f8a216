//! The binary formats of floats: what bits mean, and the bits of the number nearest to an exact one.
//!
//! `f80` is x87's format, whose leading bit is stored; the others are those of IEEE 754.

/// A format: precision with the leading bit, bits of the exponent.
#[derive(Clone, Copy)]
pub struct Format {
    precision: u32,
    exponent_bits: u32,
    stores_leading_bit: bool,
}

/// What the bits of a float mean, apart from the sign.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The fraction, at the high end of 128 bits.
    Nan(u128),
    Infinite,
    /// `significand * 2 ** exponent`.
    Finite {
        significand: u128,
        exponent: i32,
    },
}

/// A float taken apart.
#[derive(Clone, Copy)]
pub struct Unpacked {
    pub negative: bool,
    pub kind: Kind,
}

impl Unpacked {
    #[must_use]
    pub const fn is_zero(self) -> bool {
        matches!(self.kind, Kind::Finite { significand: 0, .. })
    }
}

impl Format {
    pub const F16: Format = Format::ieee(11, 5);
    pub const F32: Format = Format::ieee(24, 8);
    pub const F64: Format = Format::ieee(53, 11);
    pub const F80: Format = Format {
        precision: 64,
        exponent_bits: 15,
        stores_leading_bit: true,
    };
    pub const F128: Format = Format::ieee(113, 15);

    const fn ieee(precision: u32, exponent_bits: u32) -> Self {
        Format {
            precision,
            exponent_bits,
            stores_leading_bit: false,
        }
    }

    const fn significand_bits(&self) -> u32 {
        self.precision - !self.stores_leading_bit as u32
    }

    const fn bias(&self) -> i32 {
        (1 << (self.exponent_bits - 1)) - 1
    }

    /// The exponent of the last bit of subnormal numbers.
    const fn lowest_exponent(&self) -> i32 {
        2 - self.bias() - self.precision as i32
    }

    /// The bit of the sign.
    #[must_use]
    pub const fn sign(&self) -> u128 {
        1 << (self.significand_bits() + self.exponent_bits)
    }

    const fn signed(&self, negative: bool) -> u128 {
        if negative { self.sign() } else { 0 }
    }

    #[must_use]
    pub const fn infinity(&self, negative: bool) -> u128 {
        let exponent = mask(self.exponent_bits) << self.significand_bits();
        let leading = (self.stores_leading_bit as u128) << (self.precision - 1);
        self.signed(negative) | exponent | leading
    }

    /// A quiet nan whose fraction begins with that of `payload`.
    #[must_use]
    pub const fn nan(&self, negative: bool, payload: u128) -> u128 {
        let quiet = 1 << (self.precision - 2);
        self.infinity(negative) | quiet | payload >> (129 - self.precision)
    }

    #[must_use]
    pub const fn decode(&self, bits: u128) -> Unpacked {
        let field = bits & mask(self.significand_bits());
        let biased = bits >> self.significand_bits() & mask(self.exponent_bits);
        let fraction = field & mask(self.precision - 1);
        let kind = if biased == mask(self.exponent_bits) {
            if fraction == 0 {
                Kind::Infinite
            } else {
                Kind::Nan(fraction << (129 - self.precision))
            }
        } else {
            let is_implied = !self.stores_leading_bit && biased > 0;
            let lifted = if biased > 0 { biased as i32 - 1 } else { 0 };
            Kind::Finite {
                significand: field | (is_implied as u128) << (self.precision - 1),
                exponent: lifted + self.lowest_exponent(),
            }
        };
        Unpacked {
            negative: bits & self.sign() != 0,
            kind,
        }
    }

    /// The number nearest to `significand * 2 ** exponent`, to even where two are as near. `sticky`: the exact number is a little
    /// greater; then the significand has more bits than the format.
    #[must_use]
    pub const fn encode(
        &self,
        negative: bool,
        significand: u128,
        exponent: i32,
        sticky: bool,
    ) -> u128 {
        if significand == 0 {
            return self.signed(negative);
        }
        let length = (128 - significand.leading_zeros()) as i32;
        let wanted = exponent + length - self.precision as i32;
        let lowest = self.lowest_exponent();
        let mut last = if wanted > lowest { wanted } else { lowest };
        let mut kept = shifted_to_even(significand, last - exponent, sticky);
        if kept >> self.precision != 0 {
            kept >>= 1;
            last += 1;
        }
        let is_normal = kept >> (self.precision - 1) != 0;
        let biased = if is_normal { last - lowest + 1 } else { 0 };
        if biased as u128 >= mask(self.exponent_bits) {
            return self.infinity(negative);
        }
        let field = kept & mask(self.significand_bits());
        self.signed(negative) | (biased as u128) << self.significand_bits() | field
    }

    /// The bits of a number of this format in another one.
    #[must_use]
    pub const fn convert(&self, bits: u128, to: &Format) -> u128 {
        let Unpacked { negative, kind } = self.decode(bits);
        match kind {
            Kind::Nan(payload) => to.nan(negative, payload),
            Kind::Infinite => to.infinity(negative),
            Kind::Finite {
                significand,
                exponent,
            } => to.encode(negative, significand, exponent, false),
        }
    }
}

const fn mask(bits: u32) -> u128 {
    (1 << bits) - 1
}

/// `value / 2 ** shift` to the nearest integer, ties to even.
const fn shifted_to_even(value: u128, shift: i32, sticky: bool) -> u128 {
    if shift <= 0 {
        return value << -shift;
    }
    if shift > 128 {
        return 0;
    }
    let half = 1 << (shift - 1);
    let rest = value & (half | (half - 1));
    let kept = if shift == 128 { 0 } else { value >> shift };
    let is_up = rest > half || (rest == half && (sticky || kept & 1 == 1));
    kept + is_up as u128
}
