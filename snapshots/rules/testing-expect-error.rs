#![allow(dead_code, clippy::manual_is_multiple_of)]

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CheckError {
    Odd,
    Zero,
}

fn check(n: u32) -> Result<u32, CheckError> {
    if n == 0 {
        return Err(CheckError::Zero);
    }
    if n % 2 == 1 {
        Err(CheckError::Odd)
    } else {
        Ok(n)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn testing_expect_error() {
        assert_eq!(check(3).err(), Some(CheckError::Odd));
        assert_eq!(check(0).err(), Some(CheckError::Zero));
    }
}
