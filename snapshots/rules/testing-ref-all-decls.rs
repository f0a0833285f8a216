pub fn answer() -> u32 {
    42
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn testing_ref_all_decls() {
        assert_eq!(42, answer());
    }
}
