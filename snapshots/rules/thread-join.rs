#![allow(dead_code)]

mod rt;

/// # Safety
///
/// The pointers that are passed must be valid for what the Zig function does with them.
unsafe fn double(n: *mut u32) {
    // SAFETY: the Zig code dereferences this pointer, which must be valid here
    unsafe {
        *n *= 2;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rt::thread;

    #[test]
    fn the_result_is_there_when_the_thread_has_been_joined() {
        let mut n: u32 = 21;
        let n_2 = &raw mut n;
        // SAFETY: what the pointers point to outlives the thread and is shared as threads may, as in the Zig code
        let thread: thread::Thread =
            unsafe { thread::spawn_shared(16777216usize, move || double(n_2)) };
        thread.join();
        assert_eq!(42, n);
    }
}
