#![allow(dead_code)]

fn first(bytes: &[u8; 4]) -> u32 {
    u32::from_le_bytes(*bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mem_read_int() {
        assert_eq!(0x04030201, first(&[1, 2, 3, 4]));
    }
}
