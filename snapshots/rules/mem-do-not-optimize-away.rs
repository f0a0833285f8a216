#[cfg(test)]
mod tests {
    #[test]
    fn mem_do_not_optimize_away() {
        let mut sum: u32 = 0;
        for i in 0..10usize {
            sum += u32::try_from(i).unwrap();
        }
        {
            core::hint::black_box(sum);
        }
        assert_eq!(45, sum);
    }
}
