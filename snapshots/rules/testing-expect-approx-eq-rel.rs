#![allow(dead_code)]

mod rt;

fn third(x: f64) -> f64 {
    x / 3.0
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rt::math;

    #[test]
    fn testing_expect_approx_eq_rel() {
        assert!(math::approx_eq_rel(0.333f64, third(1.0), 0.01f64));
    }
}
