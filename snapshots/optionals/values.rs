//! Optional values are `Option`s; an optional pointer is one of a reference, or of a raw pointer that is not null.

#![allow(dead_code)]

mod rt;

use crate::rt::int::OddInt;
use core::ptr::NonNull;

#[derive(Clone, Copy)]
struct Node {
    value: u32,
    next: Option<NonNull<Node>>,
    previous: Option<NonNull<Node>>,
}

fn parse(byte: u8) -> Option<u8> {
    match byte {
        b'0'..=b'9' => Some((byte - b'0').int_cast::<u8, 4>()),
        b'a'..=b'f' => Some((byte - b'a' + 10).int_cast::<u8, 4>()),
        _ => None,
    }
}

fn find(values: &[u32], wanted: u32) -> Option<&u32> {
    let mut index: usize = 0;
    while index < values.len() && values[index] != wanted {
        index += 1;
    }
    if index == values.len() {
        None
    } else {
        Some(&values[index])
    }
}

/// # Safety
///
/// The pointers that are passed must be valid for what the Zig function does with them.
unsafe fn link(first: *mut Node, second: *mut Node) {
    // SAFETY: the Zig code dereferences this pointer, which must be valid here
    unsafe {
        (*first).next = NonNull::new(second);
        (*second).previous = NonNull::new(first);
    }
}

fn nested(n: u8) -> Option<Option<u8>> {
    if n == 0 {
        return None;
    }
    if n == 1 {
        return Some(None);
    }
    Some(Some(n))
}

/// At the boundary to C a null pointer is null.
#[unsafe(export_name = "valueOr")]
extern "C" fn value_or(node: *const Node, other: u32) -> u32 {
    let node = NonNull::new(node.cast_mut());
    if let Some(present) = node.map(NonNull::as_ptr) {
        // SAFETY: the Zig code dereferences this pointer, which must be valid here
        unsafe { (*present).value }
    } else {
        other
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use core::ptr::NonNull;

    #[test]
    fn optionals() {
        assert!(parse(b'7').unwrap() == 7 && parse(b'c') == Some(12) && parse(b'x').is_none());
        let values = [4u32, 5, 6];
        assert!(*find(&values, 5).unwrap() == 5 && find(&values, 9).is_none());
        let mut maybe: Option<u32> = None;
        assert!(maybe.unwrap_or(3) == 3);
        maybe = Some(8);
        if let Some(value) = maybe.as_mut() {
            *value += 1;
        }
        assert!(maybe == Some(9));
        assert!(
            nested(0).is_none()
                && nested(1).is_some()
                && nested(1).unwrap().is_none()
                && nested(2).unwrap() == Some(2u8)
        );
    }

    #[test]
    fn optional_pointers() {
        let mut first = Node {
            value: 1,
            next: None,
            previous: None,
        };
        let mut second = Node {
            value: 2,
            next: None,
            previous: None,
        };
        // SAFETY: the pointers that are passed must be valid, as in the Zig code; the Zig code dereferences this pointer, which must be valid here
        unsafe {
            link(&raw mut first, &raw mut second);
            assert!(
                (*first.next.unwrap().as_ptr()).value == 2
                    && (*second.previous.unwrap().as_ptr()).value == 1
            );
            assert!(
                second.next.is_none()
                    && (*first.next.unwrap().as_ptr()).previous == NonNull::new(&raw mut first)
            );
        }
        assert!(value_or(&raw mut second, 7) == 2 && value_or(std::ptr::null(), 7) == 7);
    }
}
