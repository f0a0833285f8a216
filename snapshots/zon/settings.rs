#![allow(arithmetic_overflow, dead_code, clippy::assertions_on_constants)]

mod rt;

#[derive(Clone, Copy)]
pub struct Anonymous;

/// What the file may say; the rest has defaults.
#[derive(Clone, Copy)]
struct Settings {
    name: &'static [u8],
    level: Level,
    limits: [i32; 2],
    ratio: Option<f32>,
    next: Option<&'static Settings>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub enum Level {
    Low,
    High,
}

const SETTINGS: Settings = Settings {
    name: b"main",
    level: Level::High,
    limits: [10, -3],
    ratio: None,
    next: Some(&Settings {
        name: b"fallback",
        level: Level::Low,
        limits: [97, 1],
        ratio: Some(0.5),
        next: None,
    }),
};

pub fn limit() -> i32 {
    SETTINGS.limits[0] + SETTINGS.limits[1]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rt::trap;

    #[test]
    fn typed_data() {
        assert_eq!(b"main", SETTINGS.name);
        assert_eq!(Level::High, SETTINGS.level);
        assert!(SETTINGS.ratio.is_none());
        assert_eq!(7, limit());
        assert_eq!(Some(0.5f32), SETTINGS.next.unwrap().ratio);
    }

    #[test]
    fn data_without_a_type() {
        assert_eq!(10, 10);
        assert_eq!(b"fallback"[..], b"fallback"[..]);
    }

    #[test]
    fn slices_and_unions() {
        #[derive(Clone, Copy)]
        enum Shape {
            Circle(f64),
            Square(u8),
            None,
        }

        impl Shape {
            /// Which field is active.
            fn tag(&self) -> ShapeTag {
                match self {
                    Self::Circle(..) => ShapeTag::Circle,
                    Self::Square(..) => ShapeTag::Square,
                    Self::None => ShapeTag::None,
                }
            }

            /// The payload of `circle`; traps where another field is active.
            fn as_circle(&self) -> &f64 {
                match self {
                    Self::Circle(payload) => payload,
                    Self::Square(..) => trap::inactive_union_field("square", "circle"),
                    Self::None => trap::inactive_union_field("none", "circle"),
                }
            }

            /// The payload of `square`; traps where another field is active.
            fn as_square(&self) -> &u8 {
                match self {
                    Self::Square(payload) => payload,
                    Self::Circle(..) => trap::inactive_union_field("circle", "square"),
                    Self::None => trap::inactive_union_field("none", "square"),
                }
            }
        }

        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        #[repr(u8)]
        enum ShapeTag {
            Circle,
            Square,
            None,
        }

        let shapes: &[Shape] = &[Shape::Circle(1.5), Shape::Square(2), Shape::None];
        assert_eq!(3, shapes.len());
        assert_eq!(1.5, *shapes[0].as_circle());
        assert_eq!(2, *shapes[1].as_square());
        assert!(shapes[2].tag() == ShapeTag::None);
    }
}
