//! A `&mut` for each thread that is given the pointer: two of them at once, and neither need outlive `main`.

use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;

struct Tally {
    done: AtomicU32,
    slots: [u32; 2],
}

impl Tally {
    fn work(&mut self, slot: usize, times: u32) {
        for _ in 0..times {
            self.slots[slot] += 1;
        }
        self.done.fetch_add(1, Ordering::Release);
    }
}

fn main() {
    let mut tally = Tally { done: AtomicU32::new(0), slots: [0, 0] };
    let first = thread::spawn(|| tally.work(0, 1000));
    let second = thread::spawn(|| tally.work(1, 500));
    first.join().unwrap();
    second.join().unwrap();
    eprintln!("{} {} {}", tally.done.load(Ordering::Acquire), tally.slots[0], tally.slots[1]);
}
