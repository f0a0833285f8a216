//! Names that a file or a type brings in.

#![allow(arithmetic_overflow, dead_code, clippy::assertions_on_constants)]

pub mod shapes;

pub use crate::shapes::units::{INCH, millimetres};

#[derive(Clone, Copy)]
struct Defaults;

impl Defaults {
    pub const WIDTH: u32 = 80;

    pub fn doubled(n: u32) -> u32 {
        n * 2
    }
}

#[derive(Clone, Copy)]
struct Page {
    lines: u32,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shapes::units;

    #[test]
    fn brought_in() {
        let page = Page { lines: 3 };
        assert!(Defaults::WIDTH * page.lines == 240);
        assert!(Defaults::doubled(page.lines) == 6);
        assert!(units::INCH == 254);
        assert!(units::millimetres(2) == 20);
    }
}
