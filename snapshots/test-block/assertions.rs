//! Tests, their assertions, and a test that is skipped.

#![allow(
    dead_code,
    clippy::assertions_on_constants,
    clippy::manual_is_multiple_of
)]

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Point {
    x: i32,
    y: i32,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HalfError {
    Odd,
}

fn half(n: u32) -> Result<u32, HalfError> {
    if n % 2 == 0 {
        Ok(n / 2)
    } else {
        Err(HalfError::Odd)
    }
}

fn find(text: &[u8], c: u8) -> Option<usize> {
    text.iter().position(|&item| item == c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn assertions() {
        assert!(find(b"abc", b'b').is_some());
        assert!(find(b"abc", b'x').is_none());
        assert_eq!(Point { x: 1, y: 2 }, Point { x: 1, y: 2 });
        assert_eq!([1u8, 2][..], [1u8, 2][..]);
        assert_eq!(half(3).err(), Some(HalfError::Odd));
        assert_eq!(Ok(5), half(10));
        assert!((0.3f64 - 0.3).abs() <= 1e-9);
    }

    #[test]
    fn skipped() {
        if find(b"abc", b'x').is_none() {
            return;
        }
        assert!(false);
    }

    #[test]
    fn test_half() {
        assert_eq!(4, half(8).unwrap());
    }
}
