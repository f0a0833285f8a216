//! Arrays and slices that end in a sentinel: `[N:s]T` and `[:s]T`.
//!
//! Both dereference to the elements without the sentinel. Rust's types cannot say `N + 1`, so `[3:0]u8` is
//! `SentinelArray<u8, 4>`. The sentinel's value is not part of the type: it is the last element. (`[:0]const u8` that never
//! holds an inner zero may be a `&CStr` instead.)
//!
//! Source: language reference, "Sentinel-Terminated Arrays/Slices"; `std.mem.sliceTo`, `std.mem.span`.

use super::trap;
use core::fmt::Display;
use core::ops::{Deref, DerefMut};

/// `[N:s]T`, where `PLUS_ONE` is `N + 1`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct SentinelArray<T, const PLUS_ONE: usize>(pub [T; PLUS_ONE]);

impl<T, const PLUS_ONE: usize> SentinelArray<T, PLUS_ONE> {
    /// The elements followed by the sentinel.
    #[must_use]
    pub const fn new(with_sentinel: [T; PLUS_ONE]) -> Self {
        SentinelArray(with_sentinel)
    }

    /// `&array` as a slice that keeps its sentinel.
    #[must_use]
    pub fn as_sentinel_slice(&self) -> SentinelSlice<'_, T> {
        SentinelSlice {
            with_sentinel: &self.0,
        }
    }

    /// All elements and the sentinel.
    #[must_use]
    pub fn with_sentinel(&self) -> &[T] {
        &self.0
    }
}

impl<T, const PLUS_ONE: usize> Deref for SentinelArray<T, PLUS_ONE> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        &self.0[..PLUS_ONE - 1]
    }
}

impl<T, const PLUS_ONE: usize> DerefMut for SentinelArray<T, PLUS_ONE> {
    fn deref_mut(&mut self) -> &mut [T] {
        &mut self.0[..PLUS_ONE - 1]
    }
}

/// `[:s]const T`.
#[derive(Debug, PartialEq, Eq, Hash)]
pub struct SentinelSlice<'a, T> {
    with_sentinel: &'a [T],
}

impl<T> Clone for SentinelSlice<'_, T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for SentinelSlice<'_, T> {}

impl<'a, T> SentinelSlice<'a, T> {
    /// A slice whose last element is the sentinel.
    #[track_caller]
    #[must_use]
    pub const fn new(with_sentinel: &'a [T]) -> Self {
        assert!(!with_sentinel.is_empty(), "reached unreachable code");
        SentinelSlice { with_sentinel }
    }

    /// `items[0..len :sentinel]`: the element behind the slice must be the sentinel.
    #[track_caller]
    pub fn of(items: &'a [T], len: usize, sentinel: T) -> Self
    where
        T: PartialEq + Display,
    {
        if len >= items.len() {
            trap::out_of_bounds(len + 1, items.len())
        }
        if items[len] != sentinel {
            trap::sentinel_mismatch(sentinel, &items[len])
        }
        SentinelSlice {
            with_sentinel: &items[..=len],
        }
    }

    /// The elements, for as long as they live.
    #[must_use]
    pub fn as_slice(self) -> &'a [T] {
        &self.with_sentinel[..self.with_sentinel.len() - 1]
    }

    /// The elements and the sentinel.
    #[must_use]
    pub fn with_sentinel(self) -> &'a [T] {
        self.with_sentinel
    }

    /// `slice[start..]`, which keeps the sentinel.
    #[track_caller]
    #[must_use]
    pub fn from(self, start: usize) -> Self {
        if start > self.len() {
            trap::start_greater_than_end(start, self.len())
        }
        SentinelSlice {
            with_sentinel: &self.with_sentinel[start..],
        }
    }
}

impl<T> Deref for SentinelSlice<'_, T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        self.as_slice()
    }
}

/// `std.mem.sliceTo` of a slice: the elements before the first `end`, or all.
#[must_use]
pub fn slice_to<'a, T: PartialEq>(items: &'a [T], end: &T) -> &'a [T] {
    let len = items.iter().position(|item| item == end);
    &items[..len.unwrap_or(items.len())]
}

/// `std.mem.span` and `std.mem.sliceTo` of a many-item pointer: the elements before the first `end`.
///
/// # Safety
///
/// `items` points to elements that can be read for `'a`, up to and with one that equals `end`.
#[must_use]
pub unsafe fn span<'a, T: PartialEq>(items: *const T, end: &T) -> &'a [T] {
    let mut len = 0;
    // SAFETY: every element before the sentinel, and the sentinel, can be read.
    while unsafe { &*items.add(len) } != end {
        len += 1;
    }
    // SAFETY: these are the elements before the sentinel.
    unsafe { core::slice::from_raw_parts(items, len) }
}
