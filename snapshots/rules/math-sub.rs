#![allow(dead_code)]

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ComputeError {
    Overflow,
}

fn compute(a: u8, b: u8) -> Result<u8, ComputeError> {
    a.checked_sub(b).ok_or(ComputeError::Overflow)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn math_sub() {
        assert_eq!(2, compute(5, 3).unwrap());
        assert_eq!(compute(3, 5).err(), Some(ComputeError::Overflow));
    }
}
