//! The checks of Zig's `for` loop that Rust's does not make.
//!
//! Source: language reference, "for"; the traps are those of the compiler's safe modes.

use super::trap;
use core::ops::Range;

/// `for (start..end)`: traps with "integer overflow" when the range is upside down, where Rust would run zero times.
#[inline]
#[track_caller]
#[must_use]
pub fn range(start: usize, end: usize) -> Range<usize> {
    if start > end {
        trap::integer_overflow()
    }
    start..end
}

/// The length of one object in `for (a, b, start..end)`; a range counts as `range(start, end).len()`.
#[inline]
#[track_caller]
pub fn assert_same_len<const N: usize>(lens: [usize; N]) -> usize {
    let first = lens[0];
    if lens.iter().any(|len| *len != first) {
        trap::for_len_mismatch()
    }
    first
}

/// Zips two iterators of known length after the check that Zig makes (`zip` alone would stop at the shorter one).
#[inline]
#[track_caller]
pub fn zip<A: ExactSizeIterator, B: ExactSizeIterator>(
    a: impl IntoIterator<IntoIter = A, Item = A::Item>,
    b: impl IntoIterator<IntoIter = B, Item = B::Item>,
) -> core::iter::Zip<A, B> {
    let (a, b) = (a.into_iter(), b.into_iter());
    assert_same_len([a.len(), b.len()]);
    a.zip(b)
}

/// `items[start..end]` with the messages of Zig.
#[inline]
#[track_caller]
pub fn slice<T>(items: &[T], start: usize, end: usize) -> &[T] {
    check_bounds(items.len(), start, end);
    &items[start..end]
}

/// `items[start..end]`, to write to.
#[inline]
#[track_caller]
pub fn slice_mut<T>(items: &mut [T], start: usize, end: usize) -> &mut [T] {
    check_bounds(items.len(), start, end);
    &mut items[start..end]
}

/// The bounds of a slice, checked in Zig's order.
#[inline]
#[track_caller]
pub fn check_bounds(len: usize, start: usize, end: usize) {
    if start > end {
        trap::start_greater_than_end(start, end)
    }
    if end > len {
        trap::out_of_bounds(end, len)
    }
}

/// `@memcpy(target, source)`: traps when the lengths differ.
#[inline]
#[track_caller]
pub fn copy<T: Clone>(target: &mut [T], source: &[T]) {
    if target.len() != source.len() {
        trap::copy_len_mismatch()
    }
    target.clone_from_slice(source);
}

/// `@memcpy(target, source)` between places that may be the same: traps when the lengths differ or the places overlap.
///
/// # Safety
///
/// `source` can be read, and `target` written.
#[inline]
#[track_caller]
pub unsafe fn copy_raw<T>(target: *mut [T], source: *const [T]) {
    if target.len() != source.len() {
        trap::copy_len_mismatch()
    }
    let (to, from) = (target.cast::<T>(), source.cast::<T>());
    if to.addr().abs_diff(from.addr()) < size_of::<T>() * source.len() {
        trap::memcpy_alias()
    }
    // SAFETY: both are as long as `source` says and do not overlap; the caller answers for the rest
    unsafe { core::ptr::copy_nonoverlapping(from, to, source.len()) }
}

/// `@memmove(target, source)` between places that may overlap: traps when the lengths differ.
///
/// # Safety
///
/// `source` can be read, and `target` written.
#[inline]
#[track_caller]
pub unsafe fn move_raw<T>(target: *mut [T], source: *const [T]) {
    if target.len() != source.len() {
        trap::copy_len_mismatch()
    }
    // SAFETY: both are as long as `source` says; the caller answers for the rest
    unsafe { core::ptr::copy(source.cast::<T>(), target.cast::<T>(), source.len()) }
}
