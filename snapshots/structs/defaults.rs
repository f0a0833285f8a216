//! Structs: what can be copied is `Copy`; defaults of fields.

#![allow(dead_code)]

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Point {
    x: i32,
    y: i32,
}

impl Point {
    const ORIGIN: Point = Point { x: 0, y: 0 };

    fn plus(self, other: Point) -> Point {
        Point {
            x: self.x + other.x,
            y: self.y + other.y,
        }
    }
}

#[derive(Clone, Copy)]
struct Settings {
    name: &'static [u8],
    width: u16,
    corner: Point,
    marks: [Option<u8>; 3],
}

#[derive(Clone, Copy)]
struct Line {
    from: Point,
    to: Point,
}

#[derive(Clone, Copy)]
#[repr(C)]
struct Header {
    kind: u8,
    length: u32,
    flags: u16,
}

fn moved(line: Line, by: Point) -> Line {
    let mut result = line;
    result.from = result.from.plus(by);
    result.to = result.to.plus(by);
    result
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn defaults() {
        let settings = Settings {
            name: b"main",
            width: 80,
            corner: Point { x: 1, y: 1 },
            marks: [None, Some(b'x'), None],
        };
        assert!(settings.width == 80 && settings.corner.y == 1);
        assert!(settings.marks[1] == Some(b'x') && settings.marks[0].is_none());
        let narrow = Settings {
            name: b"side",
            width: 20,
            corner: Point::ORIGIN,
            marks: [None, Some(b'x'), None],
        };
        assert!(narrow.width == 20 && narrow.corner.x == 0);
        let line = Line {
            to: Point {
                x: 3,
                ..Point::default()
            },
            from: Point { x: 0, y: 0 },
        };
        let other = moved(line, Point { x: 1, y: 2 });
        assert!(line.from.y == 0 && other.from.y == 2);
        assert_eq!(Point { x: 4, y: 2 }, other.to);
        let header = Header {
            kind: 1,
            length: 2,
            flags: 3,
        };
        assert!(header.length + u32::from(header.flags) == 5);
    }
}
