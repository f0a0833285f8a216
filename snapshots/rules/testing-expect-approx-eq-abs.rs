#![allow(dead_code)]

fn third(x: f64) -> f64 {
    x / 3.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn testing_expect_approx_eq_abs() {
        assert!((0.333 - third(1.0)).abs() <= 0.001);
    }
}
