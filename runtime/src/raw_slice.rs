//! Parts of slices that are held as raw pointers: the bounds are checked, no memory is touched.
//!
//! The functions are safe: they compute addresses (`wrapping_add`), whoever dereferences the result answers for it.

use super::range::check_bounds;
use super::trap::slice_cast_len_remainder;
use core::{mem, ptr};
use std::alloc::{Layout, alloc_zeroed, dealloc, handle_alloc_error};

/// The elements of a list, without a reference to them: pointers to them that there are stay good.
#[inline]
#[must_use]
#[allow(clippy::ptr_arg)] // The pointer must come from the vector: one from a slice of it ends with that borrow.
pub fn of_vec<T>(items: &Vec<T>) -> *const [T] {
    ptr::slice_from_raw_parts(items.as_ptr(), items.len())
}

/// The elements of a list, to write to, without a reference to them.
#[inline]
#[must_use]
pub fn of_vec_mut<T>(items: &mut Vec<T>) -> *mut [T] {
    ptr::slice_from_raw_parts_mut(items.as_mut_ptr(), items.len())
}

/// `items[start..end]`.
#[inline]
#[track_caller]
#[must_use]
pub fn part<T>(items: *const [T], start: usize, end: usize) -> *const [T] {
    check_bounds(items.len(), start, end);
    from_pointer(items.cast::<T>(), start, end)
}

/// `items[start..end]`, to write to.
#[inline]
#[track_caller]
#[must_use]
pub fn part_mut<T>(items: *mut [T], start: usize, end: usize) -> *mut [T] {
    check_bounds(items.len(), start, end);
    from_pointer_mut(items.cast::<T>(), start, end)
}

/// `items[start..]`.
#[inline]
#[track_caller]
#[must_use]
pub fn from<T>(items: *const [T], start: usize) -> *const [T] {
    part(items, start, items.len())
}

/// `items[start..]`, to write to.
#[inline]
#[track_caller]
#[must_use]
pub fn from_mut<T>(items: *mut [T], start: usize) -> *mut [T] {
    part_mut(items, start, items.len())
}

/// `pointer[start..end]` of a many-item pointer, whose length nobody knows.
#[inline]
#[track_caller]
#[must_use]
pub fn from_pointer<T>(pointer: *const T, start: usize, end: usize) -> *const [T] {
    check_bounds(end.max(start), start, end);
    ptr::slice_from_raw_parts(pointer.wrapping_add(start), end - start)
}

/// `pointer[start..end]` of a many-item pointer, to write to.
#[inline]
#[track_caller]
#[must_use]
pub fn from_pointer_mut<T>(pointer: *mut T, start: usize, end: usize) -> *mut [T] {
    check_bounds(end.max(start), start, end);
    ptr::slice_from_raw_parts_mut(pointer.wrapping_add(start), end - start)
}

/// The same bytes as elements of another type, of which they must be a whole number.
#[inline]
#[track_caller]
#[must_use]
pub fn cast<T, U>(items: *const [T]) -> *const [U] {
    ptr::slice_from_raw_parts(items.cast::<U>(), cast_len::<T, U>(items.len()))
}

/// The same bytes as elements of another type, to write to.
#[inline]
#[track_caller]
#[must_use]
pub fn cast_mut<T, U>(items: *mut [T]) -> *mut [U] {
    ptr::slice_from_raw_parts_mut(items.cast::<U>(), cast_len::<T, U>(items.len()))
}

#[inline]
#[track_caller]
fn cast_len<T, U>(len: usize) -> usize {
    let bytes = len * size_of::<T>();
    let size = size_of::<U>();
    if !bytes.is_multiple_of(size) {
        slice_cast_len_remainder(len);
    }
    bytes / size
}

/// Elements that can be all zeros, which any bytes are.
pub trait Zeroable: Copy {}

impl Zeroable for u8 {}
impl Zeroable for u16 {}
impl Zeroable for u32 {}
impl Zeroable for u64 {}
impl Zeroable for usize {}
impl Zeroable for i8 {}
impl Zeroable for i16 {}
impl Zeroable for i32 {}
impl Zeroable for i64 {}
impl Zeroable for isize {}

/// `alignedAlloc`: new memory of `len` elements with more than their own alignment, all zeros.
#[must_use]
pub fn aligned<T: Zeroable>(len: usize, align: usize) -> *mut [T] {
    let Some(layout) = aligned_layout::<T>(len, align) else {
        return ptr::slice_from_raw_parts_mut(ptr::without_provenance_mut(align), len);
    };
    // SAFETY: the layout's size is not zero.
    let memory = unsafe { alloc_zeroed(layout) };
    if memory.is_null() {
        handle_alloc_error(layout);
    }
    ptr::slice_from_raw_parts_mut(memory.cast::<T>(), len)
}

/// Frees what `aligned` made.
///
/// # Safety
///
/// `items` must have come from `aligned` with the same alignment, and must not be used afterwards.
pub unsafe fn free_aligned<T>(items: *mut [T], align: usize) {
    if let Some(layout) = aligned_layout::<T>(items.len(), align) {
        // SAFETY: the caller says that the memory was allocated with this layout.
        unsafe { dealloc(items.cast::<u8>(), layout) }
    }
}

/// Undefined for no memory at all.
fn aligned_layout<T>(len: usize, align: usize) -> Option<Layout> {
    let size = len
        .checked_mul(size_of::<T>())
        .expect("the memory is larger than the address space");
    let align = align.max(mem::align_of::<T>());
    (size > 0).then(|| {
        Layout::from_size_align(size, align).expect("the memory is larger than the address space")
    })
}
