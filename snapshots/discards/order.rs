//! Declarations stay in their order, whatever uses what; what is discarded is still evaluated.

#![allow(dead_code)]

use core::ffi::c_void;
use core::ptr::NonNull;
use core::sync::atomic::{AtomicU32, Ordering};

fn later() -> u32 {
    COUNT * STEP
}

const COUNT: u32 = 6;

static CALLS: AtomicU32 = AtomicU32::new(0);

fn called(value: u32) -> u32 {
    CALLS.store(CALLS.load(Ordering::Relaxed) + 1, Ordering::Relaxed);
    value
}

#[derive(Clone, Copy)]
struct Handler {
    step: u32,
}

impl Handler {
    /// Both are part of the interface.
    fn handle(&self, event: u32, _context: Option<NonNull<c_void>>) -> u32 {
        event
    }

    fn ignore(self, _: u32) -> bool {
        true
    }
}

const STEP: u32 = 7;

#[cfg(test)]
mod tests {
    use super::*;
    use core::sync::atomic::Ordering;

    #[test]
    fn order() {
        assert!(later() == 42);
        let handler = Handler { step: 1 };
        assert!(handler.handle(4, None) == 4);
        assert!(handler.ignore(4));
        // Discarded, but called.
        _ = called(1);
        let _unused = called(2);
        let changed: u32 = 3;
        assert!(CALLS.load(Ordering::Relaxed) == 2 && changed == 3);
    }
}
