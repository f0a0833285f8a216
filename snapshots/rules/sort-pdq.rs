#![allow(dead_code)]

mod rt;

fn less_than(_: (), a: u32, b: u32) -> bool {
    a < b
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rt::sort;

    #[test]
    fn sort_pdq() {
        let mut numbers = [3u32, 1, 2];
        sort::pdq(&mut numbers, |a, b| less_than((), *a, *b));
        assert_eq!([1, 2, 3], numbers);
    }
}
