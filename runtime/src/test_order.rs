//! Tests that find what earlier ones left behind: Zig runs tests in the order of the file, Rust's test runner in one of its own.
//!
//! A test that is asked for runs those before it first, so that it finds what they leave, also where it is the only one that is asked
//! for. Each runs once; one that has run already says how it ended when its own turn comes.

use super::test_lock;
use std::cell::Cell;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread;

/// The tests, each by the name that the test runner knows it under.
pub struct TestOrder {
    tests: &'static [(&'static str, fn())],
    /// Of those that have ended: whether they passed.
    ended: Mutex<Vec<bool>>,
}

thread_local! {
    /// Whether the thread was made for a test that another one waits for.
    static IS_AWAITED: Cell<bool> = const { Cell::new(false) };
}

impl TestOrder {
    /// The tests in their order.
    #[must_use]
    pub const fn new(tests: &'static [(&'static str, fn())]) -> Self {
        TestOrder {
            tests,
            ended: Mutex::new(Vec::new()),
        }
    }

    /// Runs the tests before the one with this index. Gives its turn, or `None` where it has run already.
    ///
    /// # Panics
    ///
    /// Panics where the test has run already, and failed.
    pub fn turn(&'static self, index: usize) -> Option<Turn> {
        if IS_AWAITED.get() {
            return Some(Turn(None));
        }
        let alone = test_lock::alone();
        if let Some(&has_passed) = self.ended().get(index) {
            assert!(has_passed, "it failed when a later test ran it first");
            return None;
        }
        let first = self.ended().len();
        for &(name, test) in &self.tests[first..index] {
            let has_passed = run(name, test);
            self.ended().push(has_passed);
        }
        Some(Turn(Some((self, alone))))
    }

    fn ended(&self) -> MutexGuard<'_, Vec<bool>> {
        self.ended.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Runs a test in a thread of its name, as the test runner does.
fn run(name: &str, test: fn()) -> bool {
    let awaited = thread::Builder::new().name(name.to_owned()).spawn(move || {
        IS_AWAITED.set(true);
        test();
    });
    awaited.is_ok_and(|thread| thread.join().is_ok())
}

/// The test that holds it is alone with the variables of the program.
pub struct Turn(Option<(&'static TestOrder, MutexGuard<'static, ()>)>);

impl Drop for Turn {
    fn drop(&mut self) {
        if let Some((order, _)) = &self.0 {
            order.ended().push(!thread::panicking());
        }
    }
}
