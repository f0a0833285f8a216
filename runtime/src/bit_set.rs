//! Zig's `std.bit_set`: sets of small numbers, of a fixed size or one known at run time.
//!
//! `std.StaticBitSet(100)` is `StaticBitSet<2>` (words of 64 bits) made by `StaticBitSet::init_empty(100)`;
//! `std.DynamicBitSet` is [`DynamicBitSet`]. Both are a [`BitSet`].
//!
//! Source: std/bit_set.zig.

use core::ops::Range;

/// The storage of a set.
pub trait Words: AsRef<[u64]> + AsMut<[u64]> + Clone {
    /// Storage for `len` bits, all words `word`.
    fn filled(len: usize, word: u64) -> Self;
}

impl<const WORDS: usize> Words for [u64; WORDS] {
    fn filled(_len: usize, word: u64) -> Self {
        [word; WORDS]
    }
}

impl Words for Vec<u64> {
    fn filled(len: usize, word: u64) -> Self {
        vec![word; len.div_ceil(64)]
    }
}

/// A set of the numbers below `capacity()`. Bits above it are always 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct BitSet<W> {
    words: W,
    len: usize,
}

/// `std.StaticBitSet`, of `WORDS` words of 64 bits.
pub type StaticBitSet<const WORDS: usize> = BitSet<[u64; WORDS]>;

/// `std.DynamicBitSet` and `std.DynamicBitSetUnmanaged`.
pub type DynamicBitSet = BitSet<Vec<u64>>;

impl<W: Words> BitSet<W> {
    /// `initEmpty`.
    #[must_use]
    pub fn init_empty(len: usize) -> Self {
        BitSet {
            words: W::filled(len, 0),
            len,
        }
    }

    /// `initFull`.
    #[must_use]
    pub fn init_full(len: usize) -> Self {
        let mut set = BitSet {
            words: W::filled(len, u64::MAX),
            len,
        };
        set.clear_padding();
        set
    }

    fn clear_padding(&mut self) {
        for (i, word) in self.words.as_mut().iter_mut().enumerate() {
            let bits = self.len.saturating_sub(64 * i).min(64);
            if bits < 64 {
                *word &= (1 << bits) - 1;
            }
        }
    }

    /// `capacity`: how many numbers may be in the set.
    #[must_use]
    pub fn capacity(&self) -> usize {
        self.len
    }

    #[track_caller]
    fn check(&self, index: usize) {
        assert!(index < self.len, "reached unreachable code");
    }

    #[track_caller]
    fn check_same_len(&self, other: &Self) {
        assert!(self.len == other.len, "reached unreachable code");
    }

    /// `isSet`.
    #[track_caller]
    #[must_use]
    pub fn is_set(&self, index: usize) -> bool {
        self.check(index);
        self.words.as_ref()[index / 64] >> (index % 64) & 1 == 1
    }

    /// `count`.
    #[must_use]
    pub fn count(&self) -> usize {
        self.words
            .as_ref()
            .iter()
            .map(|word| word.count_ones() as usize)
            .sum()
    }

    /// `set`.
    #[track_caller]
    pub fn set(&mut self, index: usize) {
        self.set_value(index, true);
    }

    /// `unset`.
    #[track_caller]
    pub fn unset(&mut self, index: usize) {
        self.set_value(index, false);
    }

    /// `setValue`.
    #[track_caller]
    pub fn set_value(&mut self, index: usize, value: bool) {
        self.check(index);
        let bit = 1 << (index % 64);
        let word = &mut self.words.as_mut()[index / 64];
        if value {
            *word |= bit;
        } else {
            *word &= !bit;
        }
    }

    /// `setRangeValue`.
    #[track_caller]
    pub fn set_range_value(&mut self, range: Range<usize>, value: bool) {
        assert!(
            range.end <= self.len && range.start <= range.end,
            "reached unreachable code"
        );
        range.for_each(|index| self.set_value(index, value));
    }

    /// `setAll`.
    pub fn set_all(&mut self) {
        self.words.as_mut().fill(u64::MAX);
        self.clear_padding();
    }

    /// `unsetAll`.
    pub fn unset_all(&mut self) {
        self.words.as_mut().fill(0);
    }

    /// `toggle`.
    #[track_caller]
    pub fn toggle(&mut self, index: usize) {
        self.check(index);
        self.words.as_mut()[index / 64] ^= 1 << (index % 64);
    }

    /// `toggleAll`.
    pub fn toggle_all(&mut self) {
        self.words
            .as_mut()
            .iter_mut()
            .for_each(|word| *word = !*word);
        self.clear_padding();
    }

    #[track_caller]
    fn combine(&mut self, other: &Self, operation: impl Fn(u64, u64) -> u64) {
        self.check_same_len(other);
        for (word, other) in self.words.as_mut().iter_mut().zip(other.words.as_ref()) {
            *word = operation(*word, *other);
        }
    }

    /// `toggleSet`.
    #[track_caller]
    pub fn toggle_set(&mut self, other: &Self) {
        self.combine(other, |a, b| a ^ b);
    }

    /// `setUnion`.
    #[track_caller]
    pub fn set_union(&mut self, other: &Self) {
        self.combine(other, |a, b| a | b);
    }

    /// `setIntersection`.
    #[track_caller]
    pub fn set_intersection(&mut self, other: &Self) {
        self.combine(other, |a, b| a & b);
    }

    #[track_caller]
    fn combined(&self, other: &Self, operation: impl Fn(u64, u64) -> u64) -> Self {
        let mut result = self.clone();
        result.combine(other, operation);
        result
    }

    /// `complement`.
    #[must_use]
    pub fn complement(&self) -> Self {
        let mut result = self.clone();
        result.toggle_all();
        result
    }

    /// `unionWith`.
    #[track_caller]
    #[must_use]
    pub fn union_with(&self, other: &Self) -> Self {
        self.combined(other, |a, b| a | b)
    }

    /// `intersectWith`.
    #[track_caller]
    #[must_use]
    pub fn intersect_with(&self, other: &Self) -> Self {
        self.combined(other, |a, b| a & b)
    }

    /// `xorWith`.
    #[track_caller]
    #[must_use]
    pub fn xor_with(&self, other: &Self) -> Self {
        self.combined(other, |a, b| a ^ b)
    }

    /// `differenceWith`.
    #[track_caller]
    #[must_use]
    pub fn difference_with(&self, other: &Self) -> Self {
        self.combined(other, |a, b| a & !b)
    }

    /// `eql`.
    #[must_use]
    pub fn eql(&self, other: &Self) -> bool {
        self.len == other.len && self.words.as_ref() == other.words.as_ref()
    }

    /// `subsetOf`.
    #[track_caller]
    #[must_use]
    pub fn subset_of(&self, other: &Self) -> bool {
        self.intersect_with(other).eql(self)
    }

    /// `supersetOf`.
    #[track_caller]
    #[must_use]
    pub fn superset_of(&self, other: &Self) -> bool {
        other.subset_of(self)
    }

    /// `findFirstSet`.
    #[must_use]
    pub fn find_first_set(&self) -> Option<usize> {
        let mut words = self.words.as_ref().iter();
        let word = words.position(|word| *word != 0)?;
        Some(64 * word + self.words.as_ref()[word].trailing_zeros() as usize)
    }

    /// `findLastSet`.
    #[must_use]
    pub fn find_last_set(&self) -> Option<usize> {
        let mut words = self.words.as_ref().iter();
        let word = words.rposition(|word| *word != 0)?;
        Some(64 * word + self.words.as_ref()[word].ilog2() as usize)
    }

    /// `toggleFirstSet`: takes the lowest number out.
    pub fn toggle_first_set(&mut self) -> Option<usize> {
        let first = self.find_first_set()?;
        self.unset(first);
        Some(first)
    }

    /// `iterator(.{})`; with `.direction = .reverse` it is `.iter().rev()`.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = usize> + '_ {
        (0..self.len).filter(|index| self.is_set(*index))
    }

    /// `iterator(.{ .kind = .unset })`.
    pub fn iter_unset(&self) -> impl DoubleEndedIterator<Item = usize> + '_ {
        (0..self.len).filter(|index| !self.is_set(*index))
    }
}

impl DynamicBitSet {
    /// `resize`: new numbers are in the set when `fill`.
    pub fn resize(&mut self, len: usize, fill: bool) {
        let old_len = self.len;
        self.len = len;
        self.words.resize(len.div_ceil(64), 0);
        if len > old_len {
            self.set_range_value(old_len..len, fill);
        } else {
            self.clear_padding();
        }
    }
}
