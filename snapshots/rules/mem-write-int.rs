#![allow(dead_code)]

fn store(bytes: &mut [u8; 4], value: u32) {
    *bytes = value.to_be_bytes();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mem_write_int() {
        let mut bytes: [u8; 4] = [0; 4];
        store(&mut bytes, 0x01020304);
        assert_eq!([1, 2, 3, 4], bytes);
    }
}
