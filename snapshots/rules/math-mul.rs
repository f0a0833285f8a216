#![allow(dead_code)]

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ComputeError {
    Overflow,
}

fn compute(a: u8, b: u8) -> Result<u8, ComputeError> {
    a.checked_mul(b).ok_or(ComputeError::Overflow)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn math_mul() {
        assert_eq!(60, compute(20, 3).unwrap());
        assert_eq!(compute(20, 20).err(), Some(ComputeError::Overflow));
    }
}
