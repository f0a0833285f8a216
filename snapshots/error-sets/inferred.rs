//! Sets that Zig infers are computed exactly; equal sets are one type; `anyerror` is the crate's own.

#![allow(dead_code)]

/// Every error of the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Error {
    Missing,
    OutOfRange,
    TooDeep,
    Unlucky,
}

impl Error {
    /// The name of the error, as Zig spells it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Missing => "Missing",
            Self::OutOfRange => "OutOfRange",
            Self::TooDeep => "TooDeep",
            Self::Unlucky => "Unlucky",
        }
    }
}

impl From<First> for Error {
    fn from(error: First) -> Self {
        match error {
            First::Missing => Self::Missing,
            First::OutOfRange => Self::OutOfRange,
        }
    }
}

impl From<OpenError> for Error {
    fn from(error: OpenError) -> Self {
        match error {
            OpenError::Missing => Self::Missing,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OpenError {
    Missing,
}

fn open(n: u8) -> Result<u8, OpenError> {
    if n == 0 {
        return Err(OpenError::Missing);
    }
    Ok(n)
}

fn check(n: u8) -> Result<u8, First> {
    if n > 9 {
        return Err(First::OutOfRange);
    }
    open(n).map_err(First::from)
}

/// Handles all that `check` can give: no arm is dead, none is missing.
fn code(n: u8) -> u8 {
    match check(n) {
        Ok(value) => value,
        Err(First::Missing) => 1,
        Err(First::OutOfRange) => 2,
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum First {
    OutOfRange,
    Missing,
}

impl From<OpenError> for First {
    fn from(error: OpenError) -> Self {
        match error {
            OpenError::Missing => Self::Missing,
        }
    }
}

fn same(n: u8) -> Result<u8, First> {
    let result: Result<u8, First> = check(n);
    result
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DepthError {
    TooDeep,
}

fn depth(n: u8) -> Result<u8, DepthError> {
    if n == 0 {
        return Err(DepthError::TooDeep);
    }
    if n < 3 { Ok(n) } else { depth(n - 3) }
}

fn any(n: u8) -> Result<u8, Error> {
    if n == 7 {
        return Err(Error::Unlucky);
    }
    check(n).map_err(Error::from)
}

fn run(with: fn(u8) -> Result<u8, Error>, n: u8) -> &'static [u8] {
    _ = match with(n) {
        Ok(value) => value,
        Err(err) => return err.name().as_bytes(),
    };
    b"fine"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inferred() {
        assert!(code(0) == 1 && code(12) == 2 && code(5) == 5);
        assert_eq!(same(0).err(), Some(First::Missing));
        assert!(depth(7).unwrap() == 1);
        assert_eq!(depth(3).err(), Some(DepthError::TooDeep));
        assert_eq!(any(7).err(), Some(Error::Unlucky));
        assert_eq!(b"OutOfRange", run(any, 10));
        assert_eq!(b"Missing", run(|a0| check(a0).map_err(Error::from), 0));
        assert_eq!(b"fine", run(|a0| open(a0).map_err(Error::from), 1));
    }
}
