//! Pointers to one item are references where it is proven that they can be.

#![allow(dead_code, clippy::assign_op_pattern)]

#[derive(Clone, Copy)]
struct Counter {
    count: u32,
    step: u32,
}

impl Default for Counter {
    fn default() -> Self {
        Self { count: 0, step: 1 }
    }
}

impl Counter {
    fn advance(&mut self) {
        self.count += self.step;
    }

    fn is_past(&self, limit: u32) -> bool {
        self.count > limit
    }

    fn step_of(&mut self) -> &mut u32 {
        &mut self.step
    }
}

fn exchange(a: &mut u32, b: &mut u32) {
    let sum = *a + *b;
    *a = sum - *a;
    *b = sum - *a;
}

fn larger<'a>(a: &'a Counter, b: &'a Counter) -> &'a Counter {
    if a.count > b.count { a } else { b }
}

/// Called with one counter for both: these cannot be references.
///
/// # Safety
///
/// The pointers that are passed must be valid for what the Zig function does with them.
unsafe fn transfer(from: *mut Counter, to: *mut Counter) {
    // SAFETY: the Zig code dereferences this pointer, which must be valid here
    unsafe {
        (*to).count += (*from).count;
        (*from).count = 0;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn single() {
        let mut left: Counter = Counter::default();
        let mut right = Counter {
            step: 10,
            ..Counter::default()
        };
        left.advance();
        right.advance();
        assert!(right.is_past(9) && !left.is_past(1));
        exchange(&mut left.count, &mut right.count);
        assert!(left.count == 10);
        *left.step_of() = 5;
        left.advance();
        assert!(larger(&left, &right).count == 15);
        // SAFETY: the pointers that are passed must be valid, as in the Zig code
        unsafe {
            transfer(&mut left, &mut right);
        }
        assert!(left.count == 0 && right.count == 16);
        // SAFETY: the pointers that are passed must be valid, as in the Zig code
        unsafe {
            transfer(&raw mut right, &raw mut right);
        }
        assert!(right.count == 0);
    }
}
