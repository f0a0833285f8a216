#![allow(dead_code)]

mod rt;
pub mod zig_std;

use crate::zig_std::atomic::ValueBool;

static mut IS_DONE: ValueBool = ValueBool { raw: false };

fn finish() {
    // SAFETY: the pointers that are passed must be valid, as in the Zig code
    unsafe {
        ValueBool::store_3(&raw mut IS_DONE, true);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rt::thread;
    use crate::zig_std::atomic::ValueBool;

    #[test]
    fn a_thread_that_nobody_joins() {
        let thread: thread::Thread = thread::spawn(16777216usize, finish);
        thread.detach();
        // SAFETY: the pointers that are passed must be valid, as in the Zig code
        while unsafe { !ValueBool::load_2(&raw mut IS_DONE) } {
            std::thread::yield_now();
        }
        // SAFETY: the pointers that are passed must be valid, as in the Zig code
        unsafe {
            assert!(ValueBool::load_2(&raw mut IS_DONE));
        }
    }
}
