//! Zig's `std.PriorityQueue`: a binary heap whose array has the same order as Zig's.
//!
//! Source: std/priority_queue.zig.

use core::cmp::Ordering;

/// `std.PriorityQueue(T, Context, compareFn)`; the function holds its context.
#[derive(Clone, Debug)]
pub struct PriorityQueue<T, F> {
    items: Vec<T>,
    compare: F,
}

impl<T, F: Fn(&T, &T) -> Ordering> PriorityQueue<T, F> {
    /// `empty` and `initContext`: what compares less is popped first.
    pub fn new(compare: F) -> Self {
        PriorityQueue {
            items: Vec::new(),
            compare,
        }
    }

    /// `fromOwnedSlice`.
    pub fn from_vec(items: Vec<T>, compare: F) -> Self {
        let mut queue = PriorityQueue { items, compare };
        for index in (0..queue.items.len() / 2).rev() {
            queue.sift_down(index);
        }
        queue
    }

    fn compare_at(&self, a: usize, b: usize) -> Ordering {
        (self.compare)(&self.items[a], &self.items[b])
    }

    fn sift_up(&mut self, start: usize) {
        let mut child = start;
        while child > 0 {
            let parent = (child - 1) / 2;
            if !self.compare_at(child, parent).is_lt() {
                break;
            }
            self.items.swap(child, parent);
            child = parent;
        }
    }

    fn sift_down(&mut self, start: usize) {
        let mut index = start;
        loop {
            let mut child = 2 * index + 1;
            if child >= self.items.len() {
                break;
            }
            if child + 1 < self.items.len() && self.compare_at(child + 1, child).is_lt() {
                child += 1;
            }
            if self.compare_at(index, child).is_lt() {
                break;
            }
            self.items.swap(index, child);
            index = child;
        }
    }

    /// `push` (`add` before 0.16).
    pub fn push(&mut self, item: T) {
        self.items.push(item);
        self.sift_up(self.items.len() - 1);
    }

    /// `pushSlice` (`addSlice` before 0.16).
    pub fn push_slice(&mut self, items: &[T])
    where
        T: Clone,
    {
        items.iter().for_each(|item| self.push(item.clone()));
    }

    /// `peek`.
    #[must_use]
    pub fn peek(&self) -> Option<&T> {
        self.items.first()
    }

    /// `pop` (`removeOrNull` before 0.16).
    pub fn pop(&mut self) -> Option<T> {
        if self.items.is_empty() {
            None
        } else {
            Some(self.pop_index(0))
        }
    }

    /// `popIndex` (`removeIndex` before 0.16).
    #[track_caller]
    pub fn pop_index(&mut self, index: usize) -> T {
        assert!(index < self.items.len(), "reached unreachable code");
        let item = self.items.swap_remove(index);
        if index < self.items.len() {
            if index > 0 && !self.compare_at(index, (index - 1) / 2).is_gt() {
                self.sift_up(index);
            } else {
                self.sift_down(index);
            }
        }
        item
    }

    /// `update`: `false` is `error.ElementNotFound`.
    #[must_use]
    pub fn update(&mut self, item: &T, new_item: T) -> bool {
        let Some(index) = self
            .items
            .iter()
            .position(|other| (self.compare)(other, item).is_eq())
        else {
            return false;
        };
        let order = (self.compare)(&new_item, &self.items[index]);
        self.items[index] = new_item;
        match order {
            Ordering::Less => self.sift_up(index),
            Ordering::Greater => self.sift_down(index),
            Ordering::Equal => {}
        }
        true
    }

    /// `count`.
    #[must_use]
    pub fn count(&self) -> usize {
        self.items.len()
    }

    /// The field `items`, and `iterator`: in the heap's order.
    #[must_use]
    pub fn items(&self) -> &[T] {
        &self.items
    }

    /// `clearRetainingCapacity` and `clearAndFree`.
    pub fn clear(&mut self) {
        self.items.clear();
    }

    /// `ensureUnusedCapacity`.
    pub fn ensure_unused_capacity(&mut self, additional: usize) {
        self.items.reserve(additional);
    }
}
