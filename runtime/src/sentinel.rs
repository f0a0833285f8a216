//! Arrays and slices that end in a sentinel: `[N:s]T` and `[:s]T`.
//!
//! A `[:s]T` is a slice of the elements. Where the program reaches the sentinel in memory (through a pointer without a length) it lies
//! behind the last element, and an array with a sentinel is `[T; N + 1]`; elsewhere the sentinel is only a fact of the Zig type.
//!
//! Source: language reference, "Sentinel-Terminated Arrays/Slices"; `std.mem.sliceTo`, `std.mem.span`.

use super::range::check_bounds;
use super::trap;
use core::fmt::Debug;

/// The elements of a list that ends in its sentinel, which stays in memory behind them.
#[inline]
#[must_use]
pub const fn terminated<T>(with_sentinel: &[T]) -> &[T] {
    match with_sentinel {
        [items @ .., _] => items,
        [] => with_sentinel,
    }
}

/// The text before its NUL, which stays in memory behind it.
#[inline]
#[must_use]
pub const fn terminated_str(with_nul: &str) -> &str {
    with_nul.split_at(with_nul.len() - 1).0
}

/// `items[index]` of a slice whose index `len` is its sentinel.
#[inline]
#[track_caller]
#[must_use]
pub fn at<T: Copy>(items: &[T], index: usize, sentinel: T) -> T {
    if index == items.len() {
        sentinel
    } else {
        items[index]
    }
}

/// A list that must end in the sentinel: the elements and the sentinel.
#[inline]
#[track_caller]
#[must_use]
pub fn ending_in<T: PartialEq + Debug>(items: &[T], sentinel: T) -> &[T] {
    check_last(items, &sentinel);
    items
}

/// A list that must end in the sentinel, to write to.
#[inline]
#[track_caller]
#[must_use]
pub fn ending_in_mut<T: PartialEq + Debug>(items: &mut [T], sentinel: T) -> &mut [T] {
    check_last(items, &sentinel);
    items
}

/// A list that must end in the sentinel: the elements alone (`items[start..end :sentinel]` is made from `items[start..=end]`).
#[inline]
#[track_caller]
#[must_use]
pub fn terminated_by<T: PartialEq + Debug>(items: &[T], sentinel: T) -> &[T] {
    terminated(ending_in(items, sentinel))
}

/// A list that must end in the sentinel: the elements alone, to write to.
#[inline]
#[track_caller]
#[must_use]
pub fn terminated_by_mut<T: PartialEq + Debug>(items: &mut [T], sentinel: T) -> &mut [T] {
    check_last(items, &sentinel);
    let len = items.len() - 1;
    &mut items[..len]
}

#[track_caller]
fn check_last<T: PartialEq + Debug>(items: &[T], sentinel: &T) {
    match items.last() {
        Some(last) if last == sentinel => (),
        Some(last) => trap::sentinel_mismatch(sentinel, last),
        None => trap::out_of_bounds(1, 0),
    }
}

/// The check of `pointer[start..end :sentinel]` on raw pointers; gives the pointer back.
///
/// # Safety
///
/// `pointer` points to an element that can be read at `end`.
#[inline]
#[track_caller]
#[must_use]
pub unsafe fn checked<T: PartialEq + Debug>(
    pointer: *const T,
    end: usize,
    sentinel: T,
) -> *const T {
    // SAFETY: the caller vouches for the element.
    let found = unsafe { &*pointer.add(end) };
    if *found != sentinel {
        trap::sentinel_mismatch(sentinel, found)
    }
    pointer
}

/// The check of `pointer[start..end :sentinel]` on raw pointers to write to; gives the pointer back.
///
/// # Safety
///
/// `pointer` points to an element that can be read at `end`.
#[inline]
#[track_caller]
#[must_use]
pub unsafe fn checked_mut<T: PartialEq + Debug>(
    pointer: *mut T,
    end: usize,
    sentinel: T,
) -> *mut T {
    // SAFETY: the caller vouches for the element.
    let _ = unsafe { checked(pointer, end, sentinel) };
    pointer
}

/// `items[start..end :sentinel]` of a slice that has a sentinel itself: `end` may be the sentinel's place.
#[inline]
#[track_caller]
#[must_use]
pub fn part<T: PartialEq + Debug>(items: &[T], start: usize, end: usize, sentinel: T) -> &[T] {
    check_bounds(items.len(), start, end);
    if end < items.len() {
        terminated_by(&items[start..=end], sentinel)
    } else {
        &items[start..end]
    }
}

/// `items[start..end :sentinel]` of a slice that has a sentinel itself, to write to.
#[inline]
#[track_caller]
#[must_use]
pub fn part_mut<T: PartialEq + Debug>(
    items: &mut [T],
    start: usize,
    end: usize,
    sentinel: T,
) -> &mut [T] {
    let _ = part(items, start, end, sentinel);
    &mut items[start..end]
}

/// A list with its sentinel behind the elements, for as long as it does not grow.
#[must_use]
pub fn list<T: Copy>(mut items: Vec<T>, sentinel: T) -> Vec<T> {
    items.reserve_exact(1);
    items.push(sentinel);
    items.truncate(items.len() - 1);
    items
}

/// The elements of a box that holds the sentinel behind them; `reclaim` takes it back.
#[must_use]
pub fn leak<T: Copy>(mut items: Vec<T>, sentinel: T) -> *mut [T] {
    let len = items.len();
    items.reserve_exact(1);
    items.push(sentinel);
    let first = Box::into_raw(items.into_boxed_slice()).cast::<T>();
    core::ptr::slice_from_raw_parts_mut(first, len)
}

/// The box that `leak` made a pointer of.
///
/// # Safety
///
/// The pointer came out of `leak`, as it is, and is not used afterwards.
#[must_use]
pub unsafe fn reclaim<T>(items: *mut [T]) -> Box<[T]> {
    let whole = core::ptr::slice_from_raw_parts_mut(items.cast::<T>(), items.len() + 1);
    // SAFETY: this is the pointer that `leak` got, at the length that the box had.
    unsafe { Box::from_raw(whole) }
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
