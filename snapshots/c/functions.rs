//! Functions that C calls, and function pointers with a context.

#![allow(dead_code, clippy::not_unsafe_ptr_arg_deref)]

mod rt;

use crate::rt::{pointer, range, raw_slice};
use core::ffi::{c_char, c_int, c_void};
use core::ptr::NonNull;

#[unsafe(export_name = "addSaturated")]
pub extern "C" fn add_saturated(a: u8, b: u8) -> u8 {
    a.saturating_add(b)
}

/// `null` counts nothing.
#[unsafe(export_name = "lengthOf")]
pub extern "C" fn length_of(text: *const c_char) -> usize {
    let text = NonNull::new(text.cast_mut().cast::<u8>());
    let Some(start) = text.map(NonNull::as_ptr) else {
        return 0;
    };
    let mut len: usize = 0;
    // SAFETY: the Zig code dereferences this pointer, which must be valid here
    while unsafe { *start.add(len) != 0u8 } {
        len += 1;
    }
    len
}

#[unsafe(export_name = "sumOf")]
pub extern "C" fn sum_of(items: *const c_int, count: usize) -> c_int {
    let mut sum: c_int = 0;
    let items_2 = raw_slice::from_pointer(items, 0, count);
    for index in 0..items_2.len() {
        // SAFETY: the Zig code dereferences this pointer, which must be valid here
        let item = unsafe { (*items_2)[index] };
        sum += item;
    }
    sum
}

extern "C" fn by_magnitude(a: *const c_void, b: *const c_void) -> c_int {
    let left: *const c_int = pointer::aligned(a, 4).cast::<c_int>();
    let right: *const c_int = pointer::aligned(b, 4).cast::<c_int>();
    // SAFETY: the Zig code dereferences this pointer, which must be valid here
    unsafe {
        i32::try_from((*left).unsigned_abs()).unwrap()
            - i32::try_from((*right).unsigned_abs()).unwrap()
    }
}

/// # Safety
///
/// The pointers that are passed must be valid for what the Zig function does with them.
unsafe fn largest(
    items: *const [c_int],
    compare: unsafe extern "C" fn(*const c_void, *const c_void) -> c_int,
) -> c_int {
    let mut best: usize = 0;
    for i in range::range(1, items.len()) {
        // SAFETY: the pointers that are passed must be valid, as in the Zig code; the Zig code dereferences this pointer, which must be valid here
        if unsafe {
            compare(
                (&raw const (*items)[i]).cast::<c_void>(),
                (&raw const (*items)[best]).cast::<c_void>(),
            ) > 0i32
        } {
            best = i;
        }
    }
    // SAFETY: the Zig code dereferences this pointer, which must be valid here
    unsafe { (*items)[best] }
}

#[derive(Clone, Copy)]
struct Visitor {
    context: *mut c_void,
    visit: unsafe fn(*mut c_void, u32),
}

/// # Safety
///
/// The pointers that are passed must be valid for what the Zig function does with them.
unsafe fn accumulate(context: *mut c_void, n: u32) {
    let total: *mut u32 = pointer::aligned_mut(context, 4).cast::<u32>();
    // SAFETY: the Zig code dereferences this pointer, which must be valid here
    unsafe {
        *total += n;
    }
}

fn visit_all(visitor: Visitor, limit: u32) {
    for n in 0..limit as usize {
        // SAFETY: the pointers that are passed must be valid, as in the Zig code
        unsafe {
            (visitor.visit)(visitor.context, u32::try_from(n).unwrap());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use core::ffi::{c_int, c_void};
    use core::ptr;

    #[test]
    fn exported() {
        assert_eq!(255, add_saturated(200, 100));
        assert_eq!(3, length_of(c"abc".as_ptr()));
        assert_eq!(0, length_of(std::ptr::null()));
        assert_eq!(6, sum_of(ptr::from_ref(&[1i32, 2, 3]).cast::<c_int>(), 3));
    }

    #[test]
    fn called_back() {
        // SAFETY: the pointers that are passed must be valid, as in the Zig code
        unsafe {
            assert_eq!(-5, largest(&[1, -5, 3], by_magnitude));
        }
        let mut total: u32 = 0;
        visit_all(
            Visitor {
                context: (&raw mut total).cast::<c_void>(),
                visit: accumulate,
            },
            5,
        );
        assert_eq!(10, total);
    }
}
