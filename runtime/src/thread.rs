//! `std.Thread`: a handle that is copied as Zig's is, and threads that are given what Zig's are given.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread::{Builder, JoinHandle};

/// `std.Thread`. That of undefined memory names no thread.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Thread {
    number: u64,
}

/// The threads that nobody has joined or detached.
static RUNNING: Mutex<BTreeMap<u64, JoinHandle<()>>> = Mutex::new(BTreeMap::new());
static LAST: AtomicU64 = AtomicU64::new(0);

/// What a thread runs, with all that it is given.
struct Work<F>(F);

// SAFETY: only `spawn_shared` makes one, whose caller says that the values may be used by the thread.
unsafe impl<F> Send for Work<F> {}

/// `Thread.spawn` of a function that is given plain values.
pub fn spawn(stack_size: usize, work: impl FnOnce() + Send + 'static) -> Thread {
    // A thread is called as the one that starts it, so that a panic says whose it is.
    let name = std::thread::current().name().unwrap_or("thread").to_owned();
    let handle = Builder::new()
        .name(name)
        .stack_size(stack_size)
        .spawn(work)
        .expect("the system gives no more threads");
    let number = LAST.fetch_add(1, Ordering::Relaxed) + 1;
    running().insert(number, handle);
    Thread { number }
}

/// `Thread.spawn` of a function that is given pointers.
///
/// # Safety
///
/// What the pointers point to must be valid for as long as the thread uses it, and be shared as threads may share memory.
pub unsafe fn spawn_shared(stack_size: usize, work: impl FnOnce() + 'static) -> Thread {
    let work = Work(work);
    spawn(stack_size, move || {
        // The whole is moved, not the closure in it.
        let Work(run) = { work };
        run();
    })
}

impl Thread {
    /// `join`: a panic of the thread goes on in the one that waits for it.
    pub fn join(self) {
        let handle = running().remove(&self.number);
        if let Some(Err(panic)) = handle.map(JoinHandle::join) {
            std::panic::resume_unwind(panic);
        }
    }

    /// `detach`.
    pub fn detach(self) {
        running().remove(&self.number);
    }
}

fn running() -> std::sync::MutexGuard<'static, BTreeMap<u64, JoinHandle<()>>> {
    RUNNING.lock().unwrap_or_else(PoisonError::into_inner)
}

/// What becomes of an error that leaves the function of a thread: it is printed, and the thread ends.
pub fn report(error: &str) {
    eprintln!("error: {error}");
}
