//! Tests that share variables: Zig runs tests one by one, Rust's test runner several at once.

use std::sync::{Mutex, MutexGuard, PoisonError};

static TESTS: Mutex<()> = Mutex::new(());

/// Waits until no other test holds the guard; the test that holds it is alone with the variables of the program.
pub fn alone() -> MutexGuard<'static, ()> {
    // A test that failed says nothing about the next one.
    TESTS.lock().unwrap_or_else(PoisonError::into_inner)
}
