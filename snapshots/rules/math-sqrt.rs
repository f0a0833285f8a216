#![allow(dead_code)]

fn length(x: f64, y: f64) -> f64 {
    (x * x + y * y).sqrt()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn math_sqrt() {
        assert_eq!(5.0, length(3.0, 4.0));
    }
}
