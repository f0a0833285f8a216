#![allow(dead_code)]

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ComputeError {
    Overflow,
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
