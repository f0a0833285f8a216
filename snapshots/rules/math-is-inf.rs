#![allow(dead_code)]

fn check(x: f64) -> bool {
    x.is_infinite()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn math_is_inf() {
        assert!(check(f64::NEG_INFINITY));
        assert!(!check(1.0));
    }
}
