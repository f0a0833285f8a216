//! `unreachable`, `@panic`, `assert`.

#![allow(dead_code, clippy::while_immutable_condition)]

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
enum Direction {
    North,
    East,
    South,
    West,
}

fn turn(direction: Direction, quarter: u8) -> Direction {
    assert!(quarter < 4);
    match (direction as u8 + quarter) % 4 {
        0 => Direction::North,
        1 => Direction::East,
        2 => Direction::South,
        3 => Direction::West,
        _ => unreachable!(),
    }
}

fn take(counter: &mut u8) -> bool {
    if *counter == 0 {
        panic!("nothing left");
    }
    *counter -= 1;
    true
}

fn drain(counter: &mut u8) {
    // The argument has an effect: it is evaluated in every build.
    while *counter > 0 {
        assert!(take(counter));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn asserted() {
        assert_eq!(Direction::North, turn(Direction::West, 1));
        let mut counter: u8 = 3;
        drain(&mut counter);
        assert_eq!(0, counter);
    }
}
