//! Functions as values.

#![allow(dead_code, clippy::manual_find)]

use core::ffi::c_int;

fn add(a: i32, b: i32) -> i32 {
    a + b
}

fn multiply(a: i32, b: i32) -> i32 {
    a * b
}

const OPERATIONS: [Operations; 2] = [
    Operations {
        name: b'+',
        run: add,
    },
    Operations {
        name: b'*',
        run: multiply,
    },
];

#[derive(Clone, Copy)]
pub struct Operations {
    pub name: u8,
    pub run: fn(i32, i32) -> i32,
}

fn find(name: u8) -> Option<fn(i32, i32) -> i32> {
    for operation in OPERATIONS {
        if operation.name == name {
            return Some(operation.run);
        }
    }
    None
}

fn fold(values: &[i32], start: i32, with: fn(i32, i32) -> i32) -> i32 {
    let mut result = start;
    for &value in values.iter() {
        result = with(result, value);
    }
    result
}

fn twice(with: impl Fn(i32, i32) -> i32, value: i32) -> i32 {
    with(with(value, value), value)
}

/// At the boundary to C.
#[unsafe(no_mangle)]
extern "C" fn notify(
    callback: Option<unsafe extern "C" fn(c_int) -> c_int>,
    value: c_int,
) -> c_int {
    if let Some(call) = callback {
        // SAFETY: the pointers that are passed must be valid, as in the Zig code
        unsafe { call(value) }
    } else {
        -1
    }
}

extern "C" fn negated(value: c_int) -> c_int {
    -value
}

#[cfg(test)]
mod tests {
    use super::*;
    use core::ptr;

    #[test]
    fn values() {
        assert!(fold(&[1, 2, 3], 0, add) == 6);
        assert!(fold(&[2, 3, 4], 1, find(b'*').unwrap()) == 24);
        assert!(find(b'?').is_none());
        assert!(twice(multiply, 3) == 27);
        assert!(ptr::fn_addr_eq(
            find(b'+').unwrap(),
            add as fn(i32, i32) -> i32
        ));
        assert!(notify(Some(negated), 5) == -5 && notify(None, 5) == -1);
    }
}
