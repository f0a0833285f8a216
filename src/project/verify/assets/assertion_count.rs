//! Counts assertions per test. A crate under test links this one with `#[macro_use]`, so that its `assert!`s are these. Each thread
//! that asserted writes a line `<count> <thread name>` to the file named by `ZIG2RUST_COUNT` when it ends; Rust's test runner names
//! the thread of a test after the test.
#![feature(core_intrinsics, const_eval_select)]
#![allow(internal_features)]

use std::cell::RefCell;
use std::io::Write;

struct Tally {
    name: String,
    count: usize,
}

impl Drop for Tally {
    fn drop(&mut self) {
        let Ok(path) = std::env::var("ZIG2RUST_COUNT") else { return };
        if let Ok(mut file) = std::fs::OpenOptions::new().append(true).create(true).open(path) {
            let _ = file.write_all(format!("{} {}\n", self.count, self.name).as_bytes());
        }
    }
}

thread_local! {
    static TALLY: RefCell<Tally> = RefCell::new(Tally {
        name: std::thread::current().name().unwrap_or("?").to_owned(),
        count: 0,
    });
}

fn count_one() {
    let _ = TALLY.try_with(|tally| tally.borrow_mut().count += 1);
}

const fn ignore() {}

/// Counts one assertion; does nothing where it is evaluated at compile time.
pub const fn hit() {
    std::intrinsics::const_eval_select((), ignore, count_one)
}

#[macro_export]
macro_rules! assert {
    ($($argument:tt)*) => {{ $crate::hit(); ::core::assert!($($argument)*) }};
}

#[macro_export]
macro_rules! assert_eq {
    ($($argument:tt)*) => {{ $crate::hit(); ::core::assert_eq!($($argument)*) }};
}

#[macro_export]
macro_rules! assert_ne {
    ($($argument:tt)*) => {{ $crate::hit(); ::core::assert_ne!($($argument)*) }};
}
