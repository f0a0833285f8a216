//! `undefined`: memory that the program fills before it reads it.

#![allow(dead_code, unused_assignments)]

mod rt;

use crate::rt::trap;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Point {
    x: i32,
    y: i32,
}

#[derive(Clone, Copy)]
enum Shape {
    Dot(Point),
    Line([Point; 2]),
}

impl Shape {
    /// The payload of `line`; traps where another field is active.
    pub fn as_line(&self) -> &[Point; 2] {
        match self {
            Self::Line(payload) => payload,
            Self::Dot(..) => trap::inactive_union_field("dot", "line"),
        }
    }
}

fn origin() -> Point {
    let mut point = Point { x: 0, y: 0 };
    point.x = 0;
    point.y = 0;
    point
}

fn digits(n: u32, buffer: &mut [u8; 10]) -> &[u8] {
    let mut index: usize = 10;
    let mut rest = n;
    loop {
        index -= 1;
        (*buffer)[index] = b'0' + u8::try_from(rest % 10).unwrap();
        rest /= 10;
        if rest == 0 {
            break;
        }
    }
    &buffer[index..]
}

fn choose(first: bool) -> i32 {
    let mut result: i32 = 0;
    if first {
        result = 1;
    } else {
        result = 2;
    }
    result
}

fn make(long: bool) -> Shape {
    let start = origin();
    let shape: Shape = if long {
        Shape::Line([start, Point { x: 3, y: 4 }])
    } else {
        Shape::Dot(start)
    };
    shape
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn undefined() {
        assert_eq!(Point { x: 0, y: 0 }, origin());
        let mut buffer: [u8; 10] = [0; 10];
        assert_eq!(b"4096", digits(4096, &mut buffer));
        assert_eq!(2, choose(false));
        assert_eq!(3, (*make(true).as_line())[1].x);
    }
}
