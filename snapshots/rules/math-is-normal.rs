#![allow(dead_code)]

fn check(x: f64) -> bool {
    x.is_normal()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn math_is_normal() {
        assert!(check(1.0));
        assert!(!check(0.0));
    }
}
