//! Tagged unions are enums with payloads; their tags stay a type.

#![allow(dead_code)]

mod rt;
pub mod zig_std;

use crate::rt::trap;

#[derive(Clone, Copy)]
enum Shape {
    Circle(f64),
    Box(Box),
    Point,
}

impl Shape {
    /// Which field is active.
    pub fn tag(&self) -> ShapeTag {
        match self {
            Self::Circle(..) => ShapeTag::Circle,
            Self::Box(..) => ShapeTag::Box,
            Self::Point => ShapeTag::Point,
        }
    }

    /// The payload of `box`; traps where another field is active.
    pub fn as_box(&self) -> &Box {
        match self {
            Self::Box(payload) => payload,
            Self::Circle(..) => trap::inactive_union_field("circle", "box"),
            Self::Point => trap::inactive_union_field("point", "box"),
        }
    }

    /// The payload of `box`; traps where another field is active.
    pub fn as_box_mut(&mut self) -> &mut Box {
        match self {
            Self::Box(payload) => payload,
            Self::Circle(..) => trap::inactive_union_field("circle", "box"),
            Self::Point => trap::inactive_union_field("point", "box"),
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub enum ShapeTag {
    Circle,
    Box,
    Point,
}

impl ShapeTag {
    /// The name of the tag, as Zig spells it.
    pub fn tag_name(self) -> &'static str {
        match self {
            Self::Circle => "circle",
            Self::Box => "box",
            Self::Point => "point",
        }
    }
}

impl Shape {
    fn area(self) -> f64 {
        match self {
            Shape::Circle(radius) => 3.0 * radius * radius,
            Shape::Box(r#box) => r#box.width * r#box.height,
            Shape::Point => 0.0,
        }
    }

    fn grow(&mut self, by: f64) {
        match self {
            Shape::Circle(radius) => {
                *radius *= by;
            }
            Shape::Box(r#box) => {
                r#box.width *= by;
                r#box.height *= by;
            }
            Shape::Point => {}
        }
    }
}

#[derive(Clone, Copy)]
pub struct Box {
    pub width: f64,
    pub height: f64,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub enum Kind {
    Number = 1,
    Text = 5,
}

#[derive(Clone, Copy)]
pub enum Value {
    Number(i64),
    Text(&'static [u8]),
}

impl Value {
    /// Which field is active.
    pub fn tag(&self) -> Kind {
        match self {
            Self::Number(..) => Kind::Number,
            Self::Text(..) => Kind::Text,
        }
    }

    /// The payload of `number`; traps where another field is active.
    pub fn as_number(&self) -> &i64 {
        match self {
            Self::Number(payload) => payload,
            Self::Text(..) => trap::inactive_union_field("text", "number"),
        }
    }
}

fn is_text(value: Value) -> bool {
    value.tag() == Kind::Text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::zig_std::meta;

    #[test]
    fn tagged() {
        let mut shape: Shape = Shape::Box(Box {
            width: 2.0,
            height: 3.0,
        });
        shape.grow(2.0);
        assert!(shape.area() == 24.0 && shape.as_box().width == 4.0);
        shape.as_box_mut().height = 1.0;
        assert!(shape.area() == 4.0);
        shape = Shape::Point;
        assert!(shape.tag() == ShapeTag::Point && shape.area() == 0.0);
        shape = Shape::Circle(2.0);
        assert!(shape.area() == 12.0);
        assert_eq!(b"circle", shape.tag().tag_name().as_bytes());
        let value: Value = Value::Text(b"five");
        assert!(is_text(value) && value.tag() as u8 == 5);
        let kind: Kind = value.tag();
        assert!(kind == Kind::Text && meta::active_tag_value(value) != Kind::Number);
        let number = Value::Number(-4);
        assert!(*number.as_number() == -4);
    }
}
