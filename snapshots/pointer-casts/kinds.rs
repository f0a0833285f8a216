//! Pointers seen as other pointers, and as numbers.

#![allow(dead_code, clippy::manual_is_multiple_of)]

mod rt;

use crate::rt::pointer;
use core::ptr;

#[derive(Clone, Copy)]
#[repr(C)]
struct Header {
    kind: u16,
    size: u16,
    flags: u32,
}

/// # Safety
///
/// The pointers that are passed must be valid for what the Zig function does with them.
unsafe fn kind_of(header: &Header) -> u16 {
    let first: *const u16 = ptr::from_ref(header).cast::<u16>();
    // SAFETY: the Zig code dereferences this pointer, which must be valid here
    unsafe { *first }
}

fn header_at(bytes: *mut u8) -> *mut Header {
    bytes.cast::<Header>()
}

fn aligned(bytes: *mut u8) -> *mut u32 {
    pointer::aligned_mut(bytes, 4).cast::<u32>()
}

fn writable(value: *const u32) -> *mut u32 {
    value.cast_mut()
}

fn address_of(value: *const u32) -> usize {
    value.expose_provenance()
}

fn at(address: usize) -> *mut u32 {
    pointer::from_address_mut::<u32>(address, 4)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds() {
        let mut header = Header {
            kind: 7,
            size: 8,
            flags: 9,
        };
        // SAFETY: the pointers that are passed must be valid, as in the Zig code; the Zig code dereferences this pointer, which must be valid here
        unsafe {
            assert!(kind_of(&header) == 7);
            (*header_at((&raw mut header).cast::<u8>())).flags = 5;
        }
        assert!(header.flags == 5);
        let mut number: u32 = 1;
        let target = writable(&raw mut number);
        // SAFETY: the Zig code dereferences this pointer, which must be valid here
        unsafe {
            *target += 1;
        }
        let target_2 = at(address_of(&raw mut number));
        // SAFETY: the Zig code dereferences this pointer, which must be valid here
        unsafe {
            *target_2 += 1;
        }
        assert!(number == 3);
        // SAFETY: the Zig code dereferences this pointer, which must be valid here
        unsafe {
            *aligned((&raw mut number).cast::<u8>()) = 6;
        }
        assert!(number == 6);
        assert!(address_of(&raw mut number) % 4 == 0);
    }
}
