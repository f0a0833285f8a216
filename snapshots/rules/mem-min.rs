#![allow(dead_code)]

fn pick(items: &[u32]) -> u32 {
    *items.iter().min().expect("an empty slice has no minimum")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mem_min() {
        assert_eq!(1, pick(&[2, 1, 3]));
    }
}
