//! `switch` on integers, ranges, enums, tagged unions and errors.

#![allow(dead_code, clippy::match_like_matches_macro)]

mod rt;

use crate::rt::sentinel;

#[derive(Clone, Copy)]
enum Shape {
    Circle(f64),
    Square(f64),
    Rectangle(Rectangle),
    Empty,
}

impl Shape {
    fn area(self) -> f64 {
        match self {
            Shape::Circle(radius) => 3.0 * radius * radius,
            Shape::Square(side) => side * side,
            Shape::Rectangle(r) => r.width * r.height,
            Shape::Empty => 0.0,
        }
    }

    fn grow(&mut self, factor: f64) {
        match self {
            Shape::Circle(length) | Shape::Square(length) => {
                *length *= factor;
            }
            Shape::Rectangle(r) => {
                r.width *= factor;
                r.height *= factor;
            }
            Shape::Empty => {}
        }
    }
}

#[derive(Clone, Copy)]
pub struct Rectangle {
    pub width: f64,
    pub height: f64,
}

#[derive(Clone, Copy)]
enum Number {
    Small(u8),
    Large(u64),
    Negative(i32),
}

impl Number {
    fn magnitude(self) -> u64 {
        match self {
            // Payloads of different types: one arm for each.
            Number::Small(n) => u64::from(n),
            Number::Large(n) => n,
            Number::Negative(n) => u64::from(n.unsigned_abs()),
        }
    }

    fn bits(self) -> u16 {
        match self {
            Number::Small(_) => 8,
            Number::Large(_) => 64,
            Number::Negative(_) => 32,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
enum Day {
    Monday,
    Saturday,
    Sunday,
}

fn kind(c: u8) -> &'static [u8] {
    match c {
        b'a'..=b'z' | b'A'..=b'Z' | b'_' => b"letter",
        b'0'..=b'9' => b"digit",
        b' ' | b'\t' => b"space",
        _ => b"other",
    }
}

fn is_weekend(day: Day) -> bool {
    match day {
        Day::Saturday | Day::Sunday => true,
        Day::Monday => false,
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Failure {
    Missing,
    Denied,
    Slow,
}

fn code(failure: Failure) -> u8 {
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    enum SlowError {
        Slow,
    }

    impl SlowError {
        /// The name of the error, as Zig spells it.
        fn name(self) -> &'static str {
            match self {
                Self::Slow => "Slow",
            }
        }
    }

    match failure {
        Failure::Missing => 4,
        Failure::Denied => 3,
        Failure::Slow => sentinel::at(SlowError::Slow.name().as_bytes(), 0, 0),
    }
}

fn tag(shape: Shape) -> u8 {
    match shape {
        Shape::Circle(_) => b'c',
        Shape::Square(_) => 115,
        Shape::Rectangle(_) => 114,
        _ => b'-',
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn switch() {
        assert_eq!(
            12.0,
            Shape::Rectangle(Rectangle {
                width: 3.0,
                height: 4.0
            })
            .area()
        );
        let mut shape: Shape = Shape::Square(2.0);
        shape.grow(3.0);
        assert_eq!(36.0, shape.area());
        assert_eq!(7, Number::Negative(-7).magnitude());
        assert_eq!(64, Number::Large(7).bits());
        assert_eq!(b"letter", kind(b'q'));
        assert_eq!(b"other", kind(b'?'));
        assert!(is_weekend(Day::Sunday));
        assert_eq!(b'S', code(Failure::Slow));
        assert_eq!(b's', tag(shape));
    }
}
