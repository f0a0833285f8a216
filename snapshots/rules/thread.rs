#![allow(dead_code)]

mod rt;

use crate::rt::thread;

#[derive(Clone, Copy, Default)]
struct Worker {
    thread: Option<thread::Thread>,
    result: u32,
}

impl Worker {
    /// # Safety
    ///
    /// The pointers that are passed must be valid for what the Zig function does with them.
    unsafe fn run(this: *mut Worker) {
        // SAFETY: the Zig code dereferences this pointer, which must be valid here
        unsafe {
            (*this).result = 7;
        }
    }

    /// # Safety
    ///
    /// The pointers that are passed must be valid for what the Zig function does with them.
    unsafe fn start(this: *mut Worker) {
        // SAFETY: the Zig code dereferences this pointer, which must be valid here; what the pointers point to outlives the thread and is shared as threads may, as in the Zig code
        unsafe {
            (*this).thread = Some(thread::spawn_shared(16777216usize, move || {
                Worker::run(this)
            }));
        }
    }

    /// # Safety
    ///
    /// The pointers that are passed must be valid for what the Zig function does with them.
    unsafe fn wait(this: *mut Worker) {
        // SAFETY: the Zig code dereferences this pointer, which must be valid here
        if let Some(thread) = unsafe { (*this).thread } {
            thread.join();
        }
        // SAFETY: the Zig code dereferences this pointer, which must be valid here
        unsafe {
            (*this).thread = None;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_thread_in_a_field() {
        let mut worker: Worker = Worker::default();
        // SAFETY: the pointers that are passed must be valid, as in the Zig code
        unsafe {
            Worker::start(&raw mut worker);
            Worker::wait(&raw mut worker);
        }
        assert_eq!(7, worker.result);
        assert!(worker.thread.is_none());
    }
}
