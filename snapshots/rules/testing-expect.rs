#![allow(dead_code, clippy::manual_is_multiple_of)]

fn is_even(n: u32) -> bool {
    n % 2 == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn testing_expect() {
        assert!(is_even(2));
        assert!(!is_even(3));
    }
}
