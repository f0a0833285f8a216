//! Atomic values, with the orderings that the author chose.

#![allow(dead_code, clippy::nonminimal_bool, clippy::should_implement_trait)]

pub mod zig_std;

use crate::zig_std::atomic::{ValueBool, ValueU32};

#[derive(Clone, Copy)]
struct Counter {
    count: ValueU32,
    is_done: ValueBool,
}

impl Default for Counter {
    fn default() -> Self {
        Self {
            count: ValueU32 { raw: 0 },
            is_done: ValueBool { raw: false },
        }
    }
}

impl Counter {
    /// # Safety
    ///
    /// The pointers that are passed must be valid for what the Zig function does with them.
    unsafe fn add(this: *mut Counter, n: u32) -> u32 {
        // SAFETY: the pointers that are passed must be valid, as in the Zig code; the Zig code dereferences this pointer, which must be valid here
        unsafe { ValueU32::fetch_add_1(&raw mut (*this).count, n) + n }
    }

    /// # Safety
    ///
    /// The pointers that are passed must be valid for what the Zig function does with them.
    unsafe fn finish(this: *mut Counter) -> bool {
        // SAFETY: the pointers that are passed must be valid, as in the Zig code; the Zig code dereferences this pointer, which must be valid here
        unsafe { ValueBool::cmpxchg_strong_4_2(&raw mut (*this).is_done, false, true).is_none() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::zig_std::atomic::ValueU32;
    use core::sync::atomic::{AtomicU64, Ordering};

    #[test]
    fn atomics() {
        let mut counter: Counter = Counter::default();
        // SAFETY: the pointers that are passed must be valid, as in the Zig code
        unsafe {
            assert_eq!(3, Counter::add(&raw mut counter, 3));
            assert_eq!(5, Counter::add(&raw mut counter, 2));
            assert!(Counter::finish(&raw mut counter) && !Counter::finish(&raw mut counter));
            assert_eq!(5, ValueU32::load_2(&raw mut counter.count));
            ValueU32::store_3(&raw mut counter.count, 9);
            assert_eq!(9, ValueU32::swap_5(&raw mut counter.count, 1));
        }
        let mut total: u64 = 40;
        // SAFETY: the pointer must be valid, and what it points to shared only through atomics, as in the Zig code
        unsafe {
            assert_eq!(
                40u64,
                AtomicU64::from_ptr(&raw mut total).fetch_add(2u64, Ordering::SeqCst)
            );
            assert_eq!(
                42u64,
                AtomicU64::from_ptr(&raw mut total).load(Ordering::SeqCst)
            );
        }
    }
}
