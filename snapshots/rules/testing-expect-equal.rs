#![allow(dead_code)]

fn find(n: u32) -> Option<u32> {
    if n == 0 { None } else { Some(n) }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CheckError {
    Zero,
}

fn check(n: u32) -> Result<u32, CheckError> {
    if n == 0 { Err(CheckError::Zero) } else { Ok(n) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn testing_expect_equal() {
        assert_eq!(Some(3), find(3));
        assert!(find(0).is_none());
        assert_eq!(Ok(3), check(3));
        assert_eq!([1u8, 2], [1, 2]);
    }
}
