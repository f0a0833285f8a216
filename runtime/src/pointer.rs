//! The checks that Zig makes where an address or another pointer becomes a pointer.
//!
//! The functions are safe: no memory is touched, whoever dereferences the result answers for it. Alignments are given in bytes,
//! since Zig's pointers may say another one than that of their type. `_mut` is for pointers to write through.
//!
//! Source: language reference, `@ptrFromInt`, `@alignCast`, `@ptrCast`; the traps are those of the compiler's safe modes.

use super::trap;
use core::ptr;

/// `@ptrFromInt` of an address that must not be 0.
#[inline]
#[track_caller]
#[must_use]
pub fn from_address<T>(address: usize, alignment: usize) -> *const T {
    from_address_mut::<T>(address, alignment).cast_const()
}

/// `from_address`, to write through.
#[inline]
#[track_caller]
#[must_use]
pub fn from_address_mut<T>(address: usize, alignment: usize) -> *mut T {
    if address == 0 {
        trap::cast_to_null()
    }
    from_any_address_mut(address, alignment)
}

/// `@ptrFromInt` to a pointer that may be null.
#[inline]
#[track_caller]
#[must_use]
pub fn from_any_address<T>(address: usize, alignment: usize) -> *const T {
    from_any_address_mut::<T>(address, alignment).cast_const()
}

/// `from_any_address`, to write through.
#[inline]
#[track_caller]
#[must_use]
pub fn from_any_address_mut<T>(address: usize, alignment: usize) -> *mut T {
    check_alignment(address, alignment);
    ptr::with_exposed_provenance_mut(address)
}

/// `@alignCast`.
#[inline]
#[track_caller]
#[must_use]
pub fn aligned<T: ?Sized>(pointer: *const T, alignment: usize) -> *const T {
    aligned_mut(pointer.cast_mut(), alignment).cast_const()
}

/// `aligned`, to write through.
#[inline]
#[track_caller]
#[must_use]
pub fn aligned_mut<T: ?Sized>(pointer: *mut T, alignment: usize) -> *mut T {
    check_alignment(pointer.addr(), alignment);
    pointer
}

/// `@alignCast` of a slice; an empty one may lie anywhere.
#[inline]
#[track_caller]
#[must_use]
pub fn aligned_slice<T>(items: *const [T], alignment: usize) -> *const [T] {
    aligned_slice_mut(items.cast_mut(), alignment).cast_const()
}

/// `aligned_slice`, to write through.
#[inline]
#[track_caller]
#[must_use]
pub fn aligned_slice_mut<T>(items: *mut [T], alignment: usize) -> *mut [T] {
    if !items.is_empty() {
        check_alignment(items.addr(), alignment);
    }
    items
}

/// A pointer that may be null (`[*c]const T`) as one that may not.
#[inline]
#[track_caller]
#[must_use]
pub fn not_null<T: ?Sized>(pointer: *const T) -> *const T {
    not_null_mut(pointer.cast_mut()).cast_const()
}

/// `not_null`, to write through.
#[inline]
#[track_caller]
#[must_use]
pub fn not_null_mut<T: ?Sized>(pointer: *mut T) -> *mut T {
    if pointer.is_null() {
        trap::cast_to_null()
    }
    pointer
}

/// `p.?` of a pointer that may be null.
#[inline]
#[track_caller]
#[must_use]
pub fn unwrapped<T: ?Sized>(pointer: *const T) -> *const T {
    unwrapped_mut(pointer.cast_mut()).cast_const()
}

/// `unwrapped`, to write through.
#[inline]
#[track_caller]
#[must_use]
pub fn unwrapped_mut<T: ?Sized>(pointer: *mut T) -> *mut T {
    if pointer.is_null() {
        trap::unwrap_null()
    }
    pointer
}

#[inline]
#[track_caller]
fn check_alignment(address: usize, alignment: usize) {
    if !address.is_multiple_of(alignment) {
        trap::incorrect_alignment()
    }
}
