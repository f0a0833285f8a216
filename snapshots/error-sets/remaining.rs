//! What remains of a set after some errors are handled, and casts between sets.

#![allow(dead_code)]

mod rt;

use crate::rt::trap;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wide {
    Busy,
    Closed,
    Full,
    Lost,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Narrow {
    Full,
    Lost,
}

fn attempt(n: u8) -> Result<u8, Wide> {
    match n {
        0 => Err(Wide::Busy),
        1 => Err(Wide::Closed),
        2 => Err(Wide::Full),
        3 => Err(Wide::Lost),
        _ => Ok(n),
    }
}

fn retried(n: u8) -> Result<u8, Narrow> {
    match attempt(n) {
        Ok(value) => Ok(value),
        Err(Wide::Busy) => Ok(100),
        Err(Wide::Closed) => Ok(101),
        Err(Wide::Full) => Err(Narrow::Full),
        Err(Wide::Lost) => Err(Narrow::Lost),
    }
}

fn narrowed(err: Wide) -> Narrow {
    match err {
        Wide::Full => Narrow::Full,
        Wide::Lost => Narrow::Lost,
        _ => trap::invalid_error_code(),
    }
}

fn cast(n: u8) -> Result<u8, Narrow> {
    attempt(n).map_err(|error| match error {
        Wide::Full => Narrow::Full,
        Wide::Lost => Narrow::Lost,
        _ => trap::invalid_error_code(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn remaining() {
        assert!(retried(0).unwrap() == 100);
        assert!(retried(1).unwrap() == 101);
        assert!(retried(9).unwrap() == 9);
        assert_eq!(retried(2).err(), Some(Narrow::Full));
        assert_eq!(retried(3).err(), Some(Narrow::Lost));
        assert!(narrowed(Wide::Full) == Narrow::Full);
        assert_eq!(cast(3).err(), Some(Narrow::Lost));
        assert!(cast(5).unwrap() == 5);
    }
}
