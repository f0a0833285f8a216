#![allow(dead_code)]

fn pick(items: &[u32]) -> u32 {
    *items.iter().max().expect("an empty slice has no maximum")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mem_max() {
        assert_eq!(3, pick(&[2, 1, 3]));
    }
}
