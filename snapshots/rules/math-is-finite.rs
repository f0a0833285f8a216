#![allow(dead_code)]

fn check(x: f64) -> bool {
    x.is_finite()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn math_is_finite() {
        assert!(check(1.0));
        assert!(!check(f64::INFINITY));
    }
}
