//! Two tests as Rust's test runner runs them, each in a thread: what one writes, the other loses.

use std::hint::black_box;
use std::thread;

static mut TOTAL: u32 = 0;

fn add(n: u32) {
    for _ in 0..n {
        unsafe { TOTAL = black_box(TOTAL) + 1 };
    }
}

fn main() {
    let tests = [thread::spawn(|| add(10_000_000)), thread::spawn(|| add(10_000_000))];
    for test in tests {
        test.join().unwrap();
    }
    eprintln!("{}", unsafe { TOTAL });
}
