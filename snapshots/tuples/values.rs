//! Tuples and destructuring stay what they are.

#![allow(
    arithmetic_overflow,
    dead_code,
    unused_assignments,
    clippy::nonminimal_bool
)]

fn min_max(values: &[i32]) -> (i32, i32) {
    let mut low = values[0];
    let mut high = values[0];
    for &value in values.iter() {
        low = low.min(value);
        high = high.max(value);
    }
    (low, high)
}

fn length(span: (usize, usize)) -> usize {
    span.1 - span.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tuples() {
        let (low, high) = min_max(&[4, -2, 9]);
        assert!(low == -2 && high == 9);
        let both = min_max(&[5]);
        assert!(both.0 == both.1 && true);
        assert!(length((3, 8)) == 5);
        let mut a: u8 = 1;
        let mut b: u8 = 2;
        a = b;
        b = a + 1;
        assert!(a == 2 && b == 3);
        a = 7;
        let c = 8u16;
        assert!(a == 7 && c == 8);
        let mut span: (usize, usize) = (1, 2);
        span.1 += 10;
        assert!(length(span) == 11);
        let [x, y] = [3u8, 4];
        assert!(x + y == 7);
    }
}
