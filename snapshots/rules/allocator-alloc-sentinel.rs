#![allow(dead_code)]

mod rt;

/// # Safety
///
/// The pointers that are passed must be valid for what the Zig function does with them.
unsafe fn length(text: *const u8) -> usize {
    let mut n: usize = 0;
    // SAFETY: the Zig code dereferences this pointer, which must be valid here
    while unsafe { *text.add(n) != 0 } {
        n += 1;
    }
    n
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rt::sentinel;

    #[test]
    fn allocator_alloc_sentinel() {
        let mut text = sentinel::list(vec![0u8; 4], 0u8);
        text[..].fill(b'a');
        // SAFETY: the pointers that are passed must be valid, as in the Zig code
        unsafe {
            assert_eq!(4, length(text.as_mut_ptr()));
        }
    }
}
