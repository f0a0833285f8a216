//! Variables of containers and of threads.

#![allow(dead_code)]

mod rt;

use core::cell::Cell;
use core::sync::atomic::{AtomicU32, Ordering};

static TOTAL: AtomicU32 = AtomicU32::new(0);
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
        COUNTER_MADE.store(COUNTER_MADE.load(Ordering::Relaxed) + 1, Ordering::Relaxed);
        Counter {
            id: COUNTER_MADE.load(Ordering::Relaxed),
        }
    }
}

static COUNTER_MADE: AtomicU32 = AtomicU32::new(0);

fn add(n: u32) -> bool {
    if TOTAL.load(Ordering::Relaxed) + n > LIMIT {
        return false;
    }
    TOTAL.store(TOTAL.load(Ordering::Relaxed) + n, Ordering::Relaxed);
    true
}

fn nested() -> u8 {
    DEPTH.set(DEPTH.get() + 1);
    let result = DEPTH.get();
    DEPTH.set(DEPTH.get() - 1);
    result
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rt::test_lock;
    use core::sync::atomic::Ordering;

    #[test]
    fn added() {
        let _alone = test_lock::alone();
        TOTAL.store(0, Ordering::Relaxed);
        assert!(add(3));
        assert!(!add(3));
        assert_eq!(3, TOTAL.load(Ordering::Relaxed));
    }

    #[test]
    fn alone_with_the_variables() {
        let _alone = test_lock::alone();
        TOTAL.store(4, Ordering::Relaxed);
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
