#![allow(dead_code)]

fn name() -> &'static [u8] {
    b"zig"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn testing_expect_equal_strings() {
        assert_eq!(b"zig", name());
    }
}
