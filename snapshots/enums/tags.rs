//! Enums, with values, methods and an open end.

#![allow(
    dead_code,
    clippy::assertions_on_constants,
    clippy::wrong_self_convention
)]

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
enum Direction {
    North,
    East,
    South,
    West,
}

impl Direction {
    const FIRST: Direction = Direction::North;

    fn right(self) -> Direction {
        match self {
            Direction::North => Direction::East,
            Direction::East => Direction::South,
            Direction::South => Direction::West,
            Direction::West => Direction::North,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u16)]
enum Status {
    Ok = 200,
    NotFound = 404,
    Teapot = 418,
}

impl Status {
    /// The name of the tag, as Zig spells it.
    pub fn tag_name(self) -> &'static str {
        match self {
            Self::Ok => "ok",
            Self::NotFound => "not_found",
            Self::Teapot => "teapot",
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(i8)]
enum Small {
    Below = -1,
    Zero = 0,
    Above = 1,
}

/// More may come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(transparent)]
struct Opcode(pub u8);

impl Opcode {
    pub const NOP: Self = Self(0);
    pub const JUMP: Self = Self(0x10);
    pub const CALL: Self = Self(17);
}

impl Opcode {
    fn is_jump(self) -> bool {
        self == Opcode::JUMP || self == Opcode::CALL
    }
}

fn decoded(byte: u8) -> Opcode {
    Opcode(byte)
}

fn describe(opcode: Opcode) -> &'static [u8] {
    match opcode {
        Opcode::NOP => b"nothing",
        Opcode::JUMP | Opcode::CALL => b"a jump",
        _ => b"unknown",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn enums() {
        assert!(
            Direction::FIRST.right() == Direction::East
                && Direction::West.right() == Direction::North
        );
        assert!(Status::NotFound as u16 == 404 && Small::Below as i8 == -1);
        let mut status: Status = Status::Ok;
        assert_eq!(b"ok", status.tag_name().as_bytes());
        status = Status::Teapot;
        assert_eq!(b"teapot", status.tag_name().as_bytes());
        assert!(Opcode::CALL.0 == 0x11);
        let unknown = decoded(0x77);
        assert!(unknown.0 == 0x77 && !unknown.is_jump());
        assert_eq!(b"unknown", describe(unknown));
        assert_eq!(b"a jump", describe(Opcode::CALL));
        assert!(Opcode::JUMP.is_jump());
    }
}
