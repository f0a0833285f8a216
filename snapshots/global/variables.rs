//! Variables of containers and of threads.

#![allow(dead_code, clippy::deref_addrof, clippy::identity_op)]

mod rt;

use core::cell::Cell;

static mut TOTAL: u32 = 0;
thread_local! {
    static DEPTH: Cell<u8> = const { Cell::new(0) };
}
const LIMIT: u32 = 5;

#[derive(Clone, Copy)]
struct Counter {
    id: u32,
}

impl Counter {
    fn init() -> Counter {
        // SAFETY: the variable is only touched by the thread that runs this program
        unsafe {
            COUNTER_MADE += 1;
            Counter { id: COUNTER_MADE }
        }
    }
}

static mut COUNTER_MADE: u32 = 0;

fn add(n: u32) -> bool {
    // SAFETY: the variable is only touched by the thread that runs this program
    if unsafe { TOTAL + n > LIMIT } {
        return false;
    }
    // SAFETY: the variable is only touched by the thread that runs this program
    unsafe {
        TOTAL += n;
    }
    true
}

fn nested() -> u8 {
    // SAFETY: the variable is only touched by the thread that runs this program
    unsafe {
        *DEPTH.with(Cell::as_ptr) += 1;
    }
    // SAFETY: the variable is only touched by the thread that runs this program
    let result = unsafe { *DEPTH.with(Cell::as_ptr) };
    // SAFETY: the variable is only touched by the thread that runs this program
    unsafe {
        *DEPTH.with(Cell::as_ptr) -= 1;
    }
    result
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rt::test_lock;

    #[test]
    fn added() {
        let _alone = test_lock::alone();
        // SAFETY: the variable is only touched by the thread that runs this program
        unsafe {
            TOTAL = 0;
        }
        assert!(add(3));
        assert!(!add(3));
        // SAFETY: the variable is only touched by the thread that runs this program
        unsafe {
            assert_eq!(3, *&raw const TOTAL);
        }
    }

    #[test]
    fn alone_with_the_variables() {
        let _alone = test_lock::alone();
        // SAFETY: the variable is only touched by the thread that runs this program
        unsafe {
            TOTAL = 4;
        }
        assert!(!add(2));
        assert_eq!(1, nested());
        assert_eq!(
            2u32,
            {
                _ = Counter::init();
                Counter::init()
            }
            .id
        );
    }
}
