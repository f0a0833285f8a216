#![allow(dead_code)]

fn convert(value: u32) -> u32 {
    value.to_le()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mem_native_to_little() {
        assert_eq!(1, u32::from_le(convert(1)));
    }
}
