#![allow(dead_code, clippy::assertions_on_constants)]

mod rt;
pub mod zig_std;

use crate::zig_std::atomic::ValueU32;

#[derive(Clone, Copy)]
struct Counter {
    value: ValueU32,
}

impl Default for Counter {
    fn default() -> Self {
        Self {
            value: ValueU32 { raw: 0 },
        }
    }
}

/// # Safety
///
/// The pointers that are passed must be valid for what the Zig function does with them.
unsafe fn count(counter: *mut Counter, times: usize) {
    for _ in 0..times {
        // SAFETY: the pointers that are passed must be valid, as in the Zig code; the Zig code dereferences this pointer, which must be valid here
        unsafe {
            _ = ValueU32::fetch_add_1(&raw mut (*counter).value, 1);
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CheckError {
    TooLarge,
}

impl CheckError {
    /// The name of the error, as Zig spells it.
    pub fn name(self) -> &'static str {
        match self {
            Self::TooLarge => "TooLarge",
        }
    }
}

fn check(n: u8) -> Result<(), CheckError> {
    if n > 2 {
        return Err(CheckError::TooLarge);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rt::thread;
    use crate::zig_std::atomic::ValueU32;

    #[test]
    fn threads_that_share_a_counter() {
        let mut counter: Counter = Counter::default();
        let mut threads: [thread::Thread; 3] = [thread::Thread::default(); 3];
        for (thread, i) in threads.iter_mut().zip(1usize..) {
            let counter_2 = &raw mut counter;
            let times = 10usize * i;
            // SAFETY: what the pointers point to outlives the thread and is shared as threads may, as in the Zig code
            unsafe {
                *thread = thread::spawn_shared(16777216usize, move || count(counter_2, times));
            }
        }
        for thread in threads {
            thread.join();
        }
        // SAFETY: the pointers that are passed must be valid, as in the Zig code
        unsafe {
            assert_eq!(60, ValueU32::load_1(&raw mut counter.value));
        }
    }

    #[test]
    fn a_thread_that_is_given_values() {
        let thread: thread::Thread = thread::spawn(1048576usize, move || {
            if let Err(error) = check(2) {
                thread::report(error.name());
            }
        });
        thread.join();
        assert!(true);
    }
}
