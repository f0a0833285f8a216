#![allow(dead_code)]

fn check(x: f64) -> bool {
    x.is_sign_negative()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn math_signbit() {
        assert!(check(-0.0));
        assert!(!check(0.0));
    }
}
