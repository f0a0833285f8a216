//! Generic functions and types: type parameters with bounds, const generics, functions as parameters, comparators.

#![allow(dead_code)]

mod rt;

use crate::rt::range;

fn largest<T: Copy + PartialOrd>(items: &[T]) -> Option<T> {
    if items.is_empty() {
        return None;
    }
    let mut best = items[0];
    for &item in items[1..].iter() {
        if item > best {
            best = item;
        }
    }
    Some(best)
}

#[derive(Clone, Copy)]
pub struct StackU8N2 {
    pub items: [u8; 2],
    pub len: usize,
}

#[derive(Clone, Copy)]
pub struct StackBoolN1 {
    pub items: [bool; 1],
    pub len: usize,
}

impl StackU8N2 {
    fn init(filler: u8) -> StackU8N2 {
        StackU8N2 {
            items: [filler, filler],
            len: 0,
        }
    }

    fn push(&mut self, item: u8) -> Result<(), PushError> {
        if self.len == 2 {
            return Err(PushError::Full);
        }
        self.items[self.len] = item;
        self.len += 1;
        Ok(())
    }

    fn pop(&mut self) -> Option<u8> {
        if self.len == 0 {
            return None;
        }
        self.len -= 1;
        Some(self.items[self.len])
    }
}

impl StackBoolN1 {
    fn init(filler: bool) -> StackBoolN1 {
        StackBoolN1 {
            items: [filler],
            len: 0,
        }
    }

    fn pop(&mut self) -> Option<bool> {
        if self.len == 0 {
            return None;
        }
        self.len -= 1;
        Some(self.items[self.len])
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PushError {
    Full,
}

struct Pair<A, B> {
    first: A,
    second: B,
}

fn pair_of<A: Copy, B: Copy>(a: A, b: B) -> Pair<A, B> {
    Pair {
        first: a,
        second: b,
    }
}

fn apply_twice(f: impl Fn(u32) -> u32, x: u32) -> u32 {
    f(f(x))
}

fn triple(x: u32) -> u32 {
    3 * x
}

fn sort_by<T: Copy>(items: &mut [T], less_than: impl Fn(T, T) -> bool) {
    for i in range::range(1, items.len()) {
        let item = items[i];
        let mut j = i;
        while j > 0 && less_than(item, items[j - 1]) {
            items[j] = items[j - 1];
            j -= 1;
        }
        items[j] = item;
    }
}

fn by_last_digit(a: u32, b: u32) -> bool {
    a % 10 < b % 10
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn generic_functions() {
        assert_eq!(Some(7i32), largest(&[3i32, 7, -1]));
        assert_eq!(None, largest::<f64>(&[]));
        assert_eq!(18, apply_twice(triple, 2));
        let mut numbers = [19u32, 21, 35, 10];
        sort_by(&mut numbers, by_last_digit);
        assert_eq!([10, 21, 35, 19], numbers);
        let pair = pair_of(1u8, true);
        assert_eq!(1u8, pair.first);
        assert!(pair.second);
    }

    #[test]
    fn generic_types() {
        let mut small = StackU8N2::init(0);
        small.push(4).unwrap();
        small.push(5).unwrap();
        assert_eq!(small.push(6).err(), Some(PushError::Full));
        assert_eq!(Some(5), small.pop());
        let mut flags = StackBoolN1::init(false);
        assert_eq!(None, flags.pop());
    }
}
