//! Pointers that no reference can be: aliases that are written through, links back, the parent of a field.

#![allow(dead_code)]

use core::mem;
use core::ptr::NonNull;

#[derive(Clone, Copy)]
struct Node {
    value: u32,
    previous: Option<NonNull<Node>>,
    next: Option<NonNull<Node>>,
}

#[derive(Clone, Copy, Default)]
struct List {
    first: Option<NonNull<Node>>,
    last: Option<NonNull<Node>>,
}

impl List {
    /// # Safety
    ///
    /// The pointers that are passed must be valid for what the Zig function does with them.
    unsafe fn append(&mut self, node: *mut Node) {
        // SAFETY: the Zig code dereferences this pointer, which must be valid here
        unsafe {
            (*node).previous = self.last;
        }
        if let Some(last) = self.last.map(NonNull::as_ptr) {
            // SAFETY: the Zig code dereferences this pointer, which must be valid here
            unsafe {
                (*last).next = NonNull::new(node);
            }
        } else {
            self.first = NonNull::new(node);
        }
        self.last = NonNull::new(node);
    }

    /// # Safety
    ///
    /// The pointers that are passed must be valid for what the Zig function does with them.
    unsafe fn remove(&mut self, node: *mut Node) {
        // SAFETY: the Zig code dereferences this pointer, which must be valid here
        if let Some(previous) = unsafe { (*node).previous.map(NonNull::as_ptr) } {
            // SAFETY: the Zig code dereferences this pointer, which must be valid here
            unsafe {
                (*previous).next = (*node).next;
            }
        } else {
            // SAFETY: the Zig code dereferences this pointer, which must be valid here
            unsafe {
                self.first = (*node).next;
            }
        }
        // SAFETY: the Zig code dereferences this pointer, which must be valid here
        if let Some(next) = unsafe { (*node).next.map(NonNull::as_ptr) } {
            // SAFETY: the Zig code dereferences this pointer, which must be valid here
            unsafe {
                (*next).previous = (*node).previous;
            }
        } else {
            // SAFETY: the Zig code dereferences this pointer, which must be valid here
            unsafe {
                self.last = (*node).previous;
            }
        }
    }

    fn sum(&self) -> u32 {
        let mut total: u32 = 0;
        let mut it = self.first;
        while let Some(node) = it.map(NonNull::as_ptr) {
            // SAFETY: the Zig code dereferences this pointer, which must be valid here
            unsafe {
                total += (*node).value;
                it = (*node).next;
            }
        }
        total
    }
}

#[derive(Clone, Copy)]
struct Timer {
    ticks: u32,
}

#[derive(Clone, Copy)]
struct Job {
    id: u32,
    timer: Timer,
}

impl Job {
    fn from_timer(timer: *mut Timer) -> *mut Job {
        timer
            .wrapping_byte_sub(mem::offset_of!(Job, timer))
            .cast::<Job>()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use core::ptr::NonNull;

    #[test]
    fn links() {
        let mut a = Node {
            value: 1,
            previous: None,
            next: None,
        };
        let mut b = Node {
            value: 2,
            previous: None,
            next: None,
        };
        let mut c = Node {
            value: 4,
            previous: None,
            next: None,
        };
        let mut list: List = List::default();
        // SAFETY: the pointers that are passed must be valid, as in the Zig code
        unsafe {
            list.append(&raw mut a);
            list.append(&raw mut b);
            list.append(&raw mut c);
            list.remove(&raw mut b);
        }
        assert_eq!(5, list.sum());
        assert_eq!(NonNull::new(&raw mut a), c.previous);
    }

    #[test]
    fn the_parent_of_a_field() {
        let mut job = Job {
            id: 7,
            timer: Timer { ticks: 0 },
        };
        let timer: *mut Timer = &raw mut job.timer;
        let target = Job::from_timer(timer);
        // SAFETY: the Zig code dereferences this pointer, which must be valid here
        unsafe {
            (*target).id += 1;
        }
        assert_eq!(8, job.id);
    }
}
