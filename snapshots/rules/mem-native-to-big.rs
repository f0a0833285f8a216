#![allow(dead_code)]

fn convert(value: u32) -> u32 {
    value.to_be()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mem_native_to_big() {
        assert_eq!(1, u32::from_be(convert(1)));
    }
}
