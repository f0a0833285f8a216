#![allow(dead_code)]

fn numbers() -> &'static [u32] {
    &[1, 2]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn testing_expect_equal_slices() {
        assert_eq!(&[1, 2], numbers());
    }
}
