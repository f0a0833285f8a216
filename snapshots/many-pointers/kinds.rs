//! Pointers to many items are raw.

#![allow(dead_code)]

mod rt;
pub mod zig_std;

use crate::rt::raw_slice;
use core::ffi::c_char;
use core::mem;

/// # Safety
///
/// The pointers that are passed must be valid for what the Zig function does with them.
unsafe fn sum(items: *const u32, count: usize) -> u32 {
    let mut total: u32 = 0;
    let items_2 = raw_slice::from_pointer(items, 0, count);
    for index in 0..items_2.len() {
        // SAFETY: the Zig code dereferences this pointer, which must be valid here
        let item = unsafe { (*items_2)[index] };
        total += item;
    }
    total
}

/// # Safety
///
/// The pointers that are passed must be valid for what the Zig function does with them.
unsafe fn fill(items: *mut u32, count: usize) {
    for index in 0..count {
        // SAFETY: the Zig code dereferences this pointer, which must be valid here
        unsafe {
            *items.add(index) = 9;
        }
    }
}

fn distance(from: *const u32, to: *const u32) -> usize {
    to.addr().wrapping_sub(from.addr()) / mem::size_of::<u32>()
}

/// # Safety
///
/// The pointers that are passed must be valid for what the Zig function does with them.
unsafe fn first_or_zero(items: *const u32) -> u32 {
    if items.is_null() {
        0
    } else {
        // SAFETY: the Zig code dereferences this pointer, which must be valid here
        unsafe { *items.add(0) }
    }
}

#[unsafe(no_mangle)]
extern "C" fn measure(text: *const c_char) -> usize {
    let text = text.cast::<u8>();
    // SAFETY: the pointers that are passed must be valid, as in the Zig code
    unsafe { crate::zig_std::mem::len_ptr_u8(text) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many() {
        let mut items = [1u32, 2, 3, 4];
        let start: *mut u32 = (&raw mut items).cast::<u32>();
        // SAFETY: the pointers that are passed must be valid, as in the Zig code
        unsafe {
            assert!(sum(start, 4) == 10);
            assert!(sum(start.wrapping_add(2), 2) == 7);
            fill(start.wrapping_add(1), 2);
        }
        assert!(items[0] == 1 && items[2] == 9);
        assert!(distance(start, start.wrapping_add(3)) == 3);
        // SAFETY: the pointers that are passed must be valid, as in the Zig code
        unsafe {
            assert!(
                first_or_zero((&raw const items).cast::<u32>()) == 1
                    && first_or_zero(std::ptr::null()) == 0
            );
        }
        let letters = [b's', b'e', b'v', b'e', b'n', 0];
        assert!(measure((&raw const letters).cast()) == 5);
    }
}
