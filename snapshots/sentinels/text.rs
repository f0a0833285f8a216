//! Slices and pointers that end at a sentinel.

#![allow(dead_code, clippy::nonminimal_bool)]

mod rt;
pub mod zig_std;

use crate::rt::sentinel;

/// # Safety
///
/// The pointers that are passed must be valid for what the Zig function does with them.
unsafe fn length_of(text: *const u8) -> usize {
    let mut length: usize = 0;
    // SAFETY: the Zig code dereferences this pointer, which must be valid here
    while unsafe { *text.add(length) != 0 } {
        length += 1;
    }
    length
}

fn name(index: u8) -> &'static [u8] {
    match index {
        0 => sentinel::terminated(b"zero\0"),
        1 => sentinel::terminated(b"one\0"),
        _ => sentinel::terminated(b"many\0"),
    }
}

/// Ends at -1.
fn sum(values: &[i16]) -> i16 {
    let mut total: i16 = 0;
    for &value in values.iter() {
        total += value;
    }
    total + sentinel::at(values, values.len(), -1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rt::sentinel;
    use crate::zig_std::mem;
    use core::ptr;

    #[test]
    fn text() {
        // SAFETY: the pointers that are passed must be valid, as in the Zig code
        unsafe {
            assert!(length_of(name(1).as_ptr()) == 3);
        }
        assert!(name(2).len() == 4 && sentinel::at(name(2), 4, 0) == 0u8);
        let many: &[u8] = name(7);
        assert_eq!(b"many", many);
        // SAFETY: the Zig code dereferences this pointer, which must be valid here; the pointers that are passed must be valid, as in the Zig code
        unsafe {
            assert_eq!(
                b"zero"[..],
                (&*mem::span_ptr_u8(ptr::from_ref(name(0)).cast::<u8>()))[..]
            );
        }
        assert!(sum(&[3, 4]) == 6);
        let mut buffer: [u8; 8] = [b'x'; 8];
        buffer[3] = 0;
        let part: &[u8; 4] = <&[u8; 4]>::try_from(sentinel::ending_in(&buffer[..4], 0u8)).unwrap();
        // SAFETY: the pointers that are passed must be valid, as in the Zig code
        unsafe {
            assert!(true && length_of(ptr::from_ref(part).cast_mut().cast::<u8>()) == 3);
        }
    }
}
