#![allow(dead_code)]

fn name() -> &'static [u8] {
    b"ziglang"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn testing_expect_string_ends_with() {
        assert!(name().ends_with(b"lang"));
    }
}
