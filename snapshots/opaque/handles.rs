//! A type of which only pointers are known.

#![allow(dead_code)]

mod rt;

use crate::rt::pointer;
use core::marker::{PhantomData, PhantomPinned};

#[derive(Clone, Copy, Default)]
struct State {
    opened: u32,
}

#[repr(C)]
struct Handle {
    _data: [u8; 0],
    _marker: PhantomData<(*mut u8, PhantomPinned)>,
}

impl Handle {
    fn state(this: *mut Handle) -> *mut State {
        pointer::aligned_mut(this, 4).cast::<State>()
    }

    /// # Safety
    ///
    /// The pointers that are passed must be valid for what the Zig function does with them.
    unsafe fn opened(this: *mut Handle) -> u32 {
        // SAFETY: the Zig code dereferences this pointer, which must be valid here
        unsafe { (*Handle::state(this)).opened }
    }
}

fn handle_of(state: *mut State) -> *mut Handle {
    state.cast::<Handle>()
}

/// # Safety
///
/// The pointers that are passed must be valid for what the Zig function does with them.
unsafe fn open(handle: *mut Handle) {
    let target = Handle::state(handle);
    // SAFETY: the Zig code dereferences this pointer, which must be valid here
    unsafe {
        (*target).opened += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn handles() {
        let mut state: State = State::default();
        let handle = handle_of(&mut state);
        // SAFETY: the pointers that are passed must be valid, as in the Zig code
        unsafe {
            open(handle);
            open(handle);
            assert!(Handle::opened(handle) == 2);
        }
    }
}
