#![allow(dead_code, clippy::manual_is_multiple_of)]

fn half(n: u32) -> u32 {
    assert!(n % 2 == 0);
    n / 2
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn debug_assert() {
        assert_eq!(2, half(4));
    }
}
