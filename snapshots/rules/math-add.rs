#![allow(dead_code)]

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ComputeError {
    Overflow,
}

impl ComputeError {
    /// The name of the error, as Zig spells it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Overflow => "Overflow",
        }
    }
}

fn compute(a: u8, b: u8) -> Result<u8, ComputeError> {
    a.checked_add(b).ok_or(ComputeError::Overflow)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn math_add() {
        assert_eq!(250, compute(200, 50).unwrap());
        assert_eq!(compute(200, 100).err(), Some(ComputeError::Overflow));
    }
}
