//! Vectors are the runtime's, element by element.

#![allow(dead_code)]

mod rt;

use crate::rt::vector::Vector;

fn dot(a: Vector<f32, 4>, b: Vector<f32, 4>) -> f32 {
    (a * b).reduce_add()
}

fn scaled(v: Vector<f32, 4>, by: f32) -> Vector<f32, 4> {
    v * Vector::splat(by)
}

fn count_less(a: Vector<i32, 4>, limit: i32) -> u8 {
    let less = a.lanes_lt(Vector::splat(limit));
    let mut count: u8 = 0;
    count += u8::from(less[0]);
    count += u8::from(less[1]);
    count += u8::from(less[2]);
    count += u8::from(less[3]);
    count
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rt::vector::Vector;

    #[test]
    fn lanes() {
        let a: Vector<f32, 4> = Vector([1.0, 2.0, 3.0, 4.0]);
        assert!(dot(a, scaled(a, 2.0)) == 60.0);
        assert!(count_less(Vector([1, -5, 9, 3]), 3) == 2);
        let reversed = a.shuffle(Vector([]), [3, 2, 1, 0]);
        assert!(reversed[0] == 4.0);
        let array: [f32; 4] = (a + reversed).to_array();
        assert_eq!([5.0f32, 5.0, 5.0, 5.0][..], array[..]);
        let mut bytes: Vector<u8, 2> = Vector([250, 3]);
        bytes = bytes.add_wrapping(Vector::splat(10u8));
        assert!(bytes[0] == 4 && bytes[1] == 13);
        let chosen = Vector([true, false]).select(bytes, Vector::splat(0u8));
        assert!(chosen.reduce_max() == 4u8);
    }
}
