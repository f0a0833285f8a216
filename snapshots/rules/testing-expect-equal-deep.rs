#![allow(dead_code, clippy::eq_op)]

fn words() -> &'static [u32] {
    &[1, 2]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn testing_expect_equal_deep() {
        assert_eq!(words(), words());
    }
}
