#![allow(
    arithmetic_overflow,
    unconditional_panic,
    clippy::erasing_op,
    clippy::identity_op
)]

#[cfg(test)]
mod tests {
    #[test]
    fn array_list_grow_capacity() {
        assert_eq!(
            32,
            0usize.saturating_add(0 / 2 + usize::max(1, 128 / size_of::<u32>().max(1)))
        );
        assert_eq!(
            182,
            100usize.saturating_add(100 / 2 + usize::max(1, 128 / size_of::<u32>().max(1)))
        );
    }
}
