//! Slices are borrowed where it is proven that they can be.

#![allow(dead_code)]

mod rt;

fn largest(values: &[i32]) -> Option<i32> {
    if values.is_empty() {
        return None;
    }
    let mut best = values[0];
    for &value in values[1..].iter() {
        best = best.max(value);
    }
    Some(best)
}

fn fill(values: &mut [i32], with: i32) {
    for value in values.iter_mut() {
        *value = with;
    }
}

fn raise_ends(values: &mut [i32], by: i32) {
    values[0] += by;
    values[values.len() - 1] += by;
}

fn trimmed(text: &[u8]) -> &[u8] {
    let mut start: usize = 0;
    while start < text.len() && text[start] == b' ' {
        start += 1;
    }
    &text[start..]
}

/// Two parts of one array that overlap: these cannot be references.
///
/// # Safety
///
/// The pointers that are passed must be valid for what the Zig function does with them.
unsafe fn shift(to: *mut [i32], from: *const [i32]) {
    for index in 0..from.len() {
        // SAFETY: the Zig code dereferences this pointer, which must be valid here
        let value = unsafe { (*from)[index] };
        // SAFETY: the Zig code dereferences this pointer, which must be valid here
        unsafe {
            (*to)[index] = value;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rt::raw_slice;

    #[test]
    fn borrowed() {
        let mut values = [3i32, 9, 4, 1];
        assert!(largest(&values) == Some(9));
        assert!(largest(&values[2..]) == Some(4));
        assert!(largest(&[]).is_none());
        raise_ends(&mut values, 2);
        assert!(values[0] == 5 && values[3] == 3);
        fill(&mut values[1..3], 7);
        assert_eq!([5i32, 7, 7, 3][..], values[..]);
        assert_eq!(b"text ", trimmed(b"  text "));
        // SAFETY: the pointers that are passed must be valid, as in the Zig code
        unsafe {
            shift(
                raw_slice::part_mut(&raw mut values, 0, 3).cast::<[i32; 3]>(),
                raw_slice::part_mut(&raw mut values, 1, 4).cast::<[i32; 3]>(),
            );
        }
        assert_eq!([7i32, 7, 3, 3][..], values[..]);
    }
}
