//! Bytes read as another type need no alignment.

#![allow(dead_code, clippy::not_unsafe_ptr_arg_deref, clippy::nonminimal_bool)]

mod rt;
pub mod zig_std;

use core::mem;

/// # Safety
///
/// The pointers that are passed must be valid for what the Zig function does with them.
unsafe fn word_at(bytes: &[u8], offset: usize) -> u32 {
    let word: *const u32 = (&raw const bytes[offset]).cast::<u32>();
    // SAFETY: the Zig code dereferences this pointer, which must be valid here
    unsafe { word.read_unaligned() }
}

/// # Safety
///
/// The pointers that are passed must be valid for what the Zig function does with them.
unsafe fn store(bytes: &mut [u8], offset: usize, value: u16) {
    let target: *mut u16 = (&raw mut bytes[offset]).cast::<u16>();
    // SAFETY: the Zig code dereferences this pointer, which must be valid here
    unsafe {
        target.write_unaligned(value);
    }
}

#[derive(Clone, Copy)]
#[repr(C, packed)]
struct Record {
    tag: u8,
    count: u32,
}

fn record(bytes: &[u8; 5]) -> Record {
    // SAFETY: both types are plain data of one size
    unsafe { mem::transmute::<[u8; 5], Record>(*bytes) }
}

fn words(bytes: *const [u8]) -> *const [u16] {
    crate::zig_std::mem::bytes_as_slice_u16_slice_u8(bytes)
}

fn big(bytes: &[u8; 4]) -> u32 {
    u32::from_be_bytes(*bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_in_bytes() {
        let mut bytes = [0u8, 1, 2, 3, 4, 5];
        // SAFETY: the pointers that are passed must be valid, as in the Zig code
        unsafe {
            assert!(word_at(&bytes, 1) == 0x04030201);
            store(&mut bytes, 3, 0xbbaa);
        }
        assert!(bytes[3] == 0xaa && bytes[4] == 0xbb);
        assert!({ record(<&[u8; 5]>::try_from(&bytes[1..6]).unwrap()).count } == 0x05bbaa02);
        // SAFETY: the Zig code dereferences this pointer, which must be valid here
        unsafe {
            assert!((&raw const (*words(&bytes[..4]))[1]).read_unaligned() == 0xaa02);
        }
        assert!(big(<&[u8; 4]>::try_from(&bytes[..4]).unwrap()) == 0x000102aa);
    }
}
