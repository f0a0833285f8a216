#![allow(dead_code)]

fn check(x: f64) -> bool {
    x.is_nan()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn math_is_nan() {
        assert!(check(f64::NAN));
        assert!(!check(1.0));
    }
}
