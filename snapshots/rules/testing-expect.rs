#![allow(dead_code)]

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
