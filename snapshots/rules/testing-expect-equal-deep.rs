#![allow(dead_code)]

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
