//! `std.Thread`: handles are copied, panics go on where a thread is joined, pointers cross over.

use std::sync::atomic::{AtomicU32, Ordering};

use zig2rust_runtime::thread::{Thread, spawn, spawn_shared};

#[test]
fn a_thread_is_joined_by_any_copy_of_its_handle() {
    static SUM: AtomicU32 = AtomicU32::new(0);
    let threads = [1, 2, 3].map(|n| {
        spawn(1 << 20, move || {
            SUM.fetch_add(n, Ordering::SeqCst);
        })
    });
    for thread in threads {
        thread.join();
    }
    assert_eq!(SUM.load(Ordering::SeqCst), 6);
    // Joined already, and none at all.
    threads[0].join();
    Thread::default().detach();
}

#[test]
fn pointers_cross_over() {
    let mut n = 20u32;
    let pointer = &raw mut n;
    // SAFETY: the thread is joined before the variable ends.
    let thread = unsafe { spawn_shared(1 << 20, move || *pointer += 1) };
    thread.join();
    assert_eq!(n, 21);
}

#[test]
#[should_panic(expected = "of the thread")]
fn a_panic_goes_on_where_the_thread_is_joined() {
    spawn(1 << 20, || panic!("of the thread")).join();
}
