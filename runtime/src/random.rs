//! Zig's `std.Random` with its default generator: the same numbers from the same seed.
//!
//! `prng.random()` gives the interface, as in Zig. Integers of any width are asked for with it: `random.int::<u32, 21>()`.
//!
//! Source: std/Random.zig, std/Random/Xoshiro256.zig, std/Random/SplitMix64.zig.

use super::int::OddInt;

/// What a generator has to do: Zig's `fillFn`.
pub trait Source {
    /// Fills the buffer with random bytes.
    fn fill(&mut self, buffer: &mut [u8]);
}

/// `std.Random.SplitMix64`.
#[derive(Clone, Copy, Debug)]
pub struct SplitMix64 {
    state: u64,
}

impl SplitMix64 {
    /// `init`.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        SplitMix64 { state: seed }
    }

    /// `next`.
    pub fn next_u64(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.state;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }
}

/// `std.Random.Xoshiro256`, which is `std.Random.DefaultPrng`.
#[derive(Clone, Copy, Debug)]
pub struct Xoshiro256 {
    state: [u64; 4],
}

/// `std.Random.DefaultPrng`.
pub type DefaultPrng = Xoshiro256;

impl Xoshiro256 {
    /// `init`.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        let mut seeds = SplitMix64::new(seed);
        Xoshiro256 {
            state: [(); 4].map(|()| seeds.next_u64()),
        }
    }

    /// `seed`.
    pub fn seed(&mut self, seed: u64) {
        *self = Self::new(seed);
    }

    /// `random`.
    pub fn random(&mut self) -> Random<'_> {
        Random { source: self }
    }

    /// `next`.
    pub fn next_u64(&mut self) -> u64 {
        let [a, b, c, d] = self.state;
        let result = a.wrapping_add(d).rotate_left(23).wrapping_add(a);
        let (c, d) = (c ^ a, d ^ b);
        self.state = [a ^ d, b ^ c, c ^ (b << 17), d.rotate_left(45)];
        result
    }

    /// `jump`: 2^128 numbers ahead.
    pub fn jump(&mut self) {
        let table = [
            0x180e_c6d3_3cfd_0aba,
            0xd5a6_1266_f0c9_392c,
            0xa958_2618_e03f_c9aa,
            0x39ab_dc45_29b1_661c_u64,
        ];
        let mut sum = [0; 4];
        // Zig stops at the table's highest set bit, which leaves the numbers after it untouched.
        for bit in 0..254 {
            if table[bit / 64] >> (bit % 64) & 1 == 1 {
                for (sum, word) in sum.iter_mut().zip(self.state) {
                    *sum ^= word;
                }
            }
            self.next_u64();
        }
        self.state = sum;
    }
}

impl Source for Xoshiro256 {
    fn fill(&mut self, buffer: &mut [u8]) {
        for chunk in buffer.chunks_mut(8) {
            let bytes = self.next_u64().to_le_bytes();
            chunk.copy_from_slice(&bytes[..chunk.len()]);
        }
    }
}

/// `std.Random`: the interface.
pub struct Random<'a> {
    source: &'a mut dyn Source,
}

/// Floats that `Random::float` makes.
pub trait RandomFloat: Sized {
    /// A number in `[0, 1)`.
    fn random(random: &mut Random<'_>) -> Self;
}

impl<'a> Random<'a> {
    /// `init`: the interface of a generator.
    pub fn new(source: &'a mut dyn Source) -> Self {
        Random { source }
    }

    /// `bytes`.
    pub fn bytes(&mut self, buffer: &mut [u8]) {
        self.source.fill(buffer);
    }

    /// `boolean`.
    pub fn boolean(&mut self) -> bool {
        self.int::<u8, 1>() != 0
    }

    /// `int`: any number of the width.
    pub fn int<T: OddInt, const BITS: u32>(&mut self) -> T {
        let mut bytes = [0; 16];
        self.bytes(&mut bytes[..BITS.div_ceil(8) as usize]);
        T::from_bits(u128::from_le_bytes(bytes)).wrap::<BITS>()
    }

    /// `uintLessThan`, evenly distributed.
    #[track_caller]
    pub fn uint_less_than<T: OddInt, const BITS: u32>(&mut self, less_than: T) -> T {
        let limit = unsigned::<T, BITS>(less_than);
        assert!(limit > 0, "reached unreachable code");
        let (mut high, mut low) = self.scaled::<T, BITS>(limit);
        if low < limit {
            // The numbers below this threshold would be too frequent.
            let threshold = (limit.wrapping_neg() & mask::<BITS>()) % limit;
            while low < threshold {
                (high, low) = self.scaled::<T, BITS>(limit);
            }
        }
        T::from_bits(high)
    }

    /// `uintLessThanBiased`.
    #[track_caller]
    pub fn uint_less_than_biased<T: OddInt, const BITS: u32>(&mut self, less_than: T) -> T {
        let limit = unsigned::<T, BITS>(less_than);
        assert!(limit > 0, "reached unreachable code");
        T::from_bits(self.scaled::<T, BITS>(limit).0)
    }

    /// A random number of the width times `limit`: the part above the width and the part inside it.
    fn scaled<T: OddInt, const BITS: u32>(&mut self, limit: u128) -> (u128, u128) {
        let random = unsigned::<T, BITS>(self.int::<T, BITS>());
        let (high, low) = multiply(random, limit);
        let above = if BITS == 128 {
            high
        } else {
            (high << (128 - BITS)) | (low >> BITS)
        };
        (above, low & mask::<BITS>())
    }

    /// `uintAtMost`.
    #[track_caller]
    pub fn uint_at_most<T: OddInt, const BITS: u32>(&mut self, at_most: T) -> T {
        if at_most == T::max_int::<BITS>() {
            return self.int::<T, BITS>();
        }
        self.uint_less_than::<T, BITS>(at_most.add_wrapping::<BITS>(T::from_bits(1)))
    }

    /// `intRangeLessThan`.
    #[track_caller]
    pub fn int_range_less_than<T: OddInt, const BITS: u32>(
        &mut self,
        at_least: T,
        less_than: T,
    ) -> T {
        assert!(at_least < less_than, "reached unreachable code");
        let span = less_than.sub_wrapping::<BITS>(at_least);
        at_least.add_wrapping::<BITS>(self.uint_less_than::<T, BITS>(span))
    }

    /// `intRangeAtMost`.
    #[track_caller]
    pub fn int_range_at_most<T: OddInt, const BITS: u32>(&mut self, at_least: T, at_most: T) -> T {
        assert!(at_least <= at_most, "reached unreachable code");
        let span = unsigned::<T, BITS>(at_most.sub_wrapping::<BITS>(at_least));
        let offset = if span == mask::<BITS>() {
            self.int::<T, BITS>()
        } else {
            self.uint_less_than::<T, BITS>(T::from_bits(span + 1))
        };
        at_least.add_wrapping::<BITS>(offset)
    }

    /// `float`: a number in `[0, 1)`.
    pub fn float<F: RandomFloat>(&mut self) -> F {
        F::random(self)
    }

    /// `shuffle`.
    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for i in 0..items.len().saturating_sub(1) {
            let j = self.int_range_less_than::<usize, 64>(i, items.len());
            items.swap(i, j);
        }
    }

    /// `weightedIndex` of unsigned or signed weights.
    #[track_caller]
    pub fn weighted_index<T: OddInt, const BITS: u32>(&mut self, proportions: &[T]) -> usize {
        let sum = proportions
            .iter()
            .fold(T::ZERO, |sum, p| sum.add_checked::<BITS>(*p));
        let point = if T::SIGNED {
            self.int_range_less_than::<T, BITS>(T::ZERO, sum)
        } else {
            self.uint_less_than::<T, BITS>(sum)
        };
        let mut accumulated = T::ZERO;
        let is_reached = |proportion: &T| {
            accumulated = accumulated.add_checked::<BITS>(*proportion);
            point < accumulated
        };
        let index = proportions.iter().position(is_reached);
        index.expect("reached unreachable code")
    }

    /// `enumValue`: one of an enum's values in the order of declaration.
    pub fn enum_value<T: Copy>(&mut self, values: &[T]) -> T {
        if values.len() == 1 {
            return values[0];
        }
        values[self.uint_less_than::<usize, 64>(values.len())]
    }
}

impl RandomFloat for f32 {
    fn random(random: &mut Random<'_>) -> f32 {
        let bits = random.int::<u64, 64>();
        let mut zeros = bits.leading_zeros();
        if zeros >= 41 {
            zeros = 41 + random.int::<u64, 64>().leading_zeros();
            if zeros == 41 + 64 {
                zeros += (random.int::<u32, 32>() | 0x7FF).leading_zeros();
            }
        }
        f32::from_bits(((126 - zeros) << 23) | (bits as u32 & 0x7F_FFFF))
    }
}

impl RandomFloat for f64 {
    fn random(random: &mut Random<'_>) -> f64 {
        let bits = random.int::<u64, 64>();
        let mut zeros = bits.leading_zeros();
        if zeros >= 12 {
            zeros = 12;
            loop {
                let more = random.int::<u64, 64>().leading_zeros();
                zeros += more;
                if more != 64 || zeros >= 1022 {
                    break;
                }
            }
            zeros = zeros.min(1022);
        }
        f64::from_bits((u64::from(1022 - zeros) << 52) | (bits & 0xF_FFFF_FFFF_FFFF))
    }
}

/// The bits of the width.
fn mask<const BITS: u32>() -> u128 {
    u128::MAX >> (128 - BITS)
}

/// The value's bits as an unsigned number.
fn unsigned<T: OddInt, const BITS: u32>(value: T) -> u128 {
    value.to_bits() & mask::<BITS>()
}

/// The 256-bit product, high half first.
fn multiply(a: u128, b: u128) -> (u128, u128) {
    let half = |x: u128| (x >> 64, x & u128::from(u64::MAX));
    let ((a1, a0), (b1, b0)) = (half(a), half(b));
    let (low1, low0) = half(a0 * b0);
    let (middle1, middle0) = half(a1 * b0 + low1);
    let (other1, other0) = half(a0 * b1 + middle0);
    (a1 * b1 + middle1 + other1, (other0 << 64) | low0)
}
