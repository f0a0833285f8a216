#![allow(dead_code)]

fn convert(value: u32) -> u32 {
    u32::from_le(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mem_little_to_native() {
        assert_eq!(1, convert(1).to_le());
    }
}
