//! `anyopaque`, `noreturn`, `void` and `type`.

#![allow(dead_code)]

mod rt;

use crate::rt::pointer;
use core::ffi::c_void;

#[derive(Clone, Copy)]
struct Holder<T> {
    value: T,
}

impl<T: Copy> Holder<T> {
    fn get(self) -> T {
        self.value
    }
}

fn first_of<T: Copy>(items: &[T]) -> T {
    items[0]
}

fn fail(code: u8) -> ! {
    panic!("failed with {}", code)
}

fn checked(value: u8) -> u8 {
    if value > 100 {
        fail(value);
    }
    value
}

/// # Safety
///
/// The pointers that are passed must be valid for what the Zig function does with them.
unsafe fn visit(context: *mut c_void, value: u32) {
    let total: *mut u32 = pointer::aligned_mut(context, 4).cast::<u32>();
    // SAFETY: the Zig code dereferences this pointer, which must be valid here
    unsafe {
        *total += value;
    }
}

/// # Safety
///
/// The pointers that are passed must be valid for what the Zig function does with them.
unsafe fn each(values: &[u32], context: *mut c_void, call: unsafe fn(*mut c_void, u32)) {
    for &value in values.iter() {
        // SAFETY: the pointers that are passed must be valid, as in the Zig code
        unsafe {
            call(context, value);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use core::ffi::c_void;

    #[test]
    fn special() {
        let holder: Holder<u16> = Holder { value: 3u16 };
        assert!(holder.get() == 3);
        assert!(first_of(b"abc") == b'a' && first_of(&[true]));
        assert!(checked(7) == 7);
        let mut total: u32 = 0;
        // SAFETY: the pointers that are passed must be valid, as in the Zig code
        unsafe {
            each(&[1, 2, 3], (&raw mut total).cast::<c_void>(), visit);
        }
        assert!(total == 6);
    }
}
