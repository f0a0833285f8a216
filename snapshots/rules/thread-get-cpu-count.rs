#[cfg(test)]
mod tests {
    #[test]
    fn there_is_a_processor() {
        let count = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
        assert!(count > 0);
    }
}
