#![allow(dead_code)]

fn fill(n: usize) -> Vec<u8> {
    let mut bytes = vec![0u8; n];
    bytes[..].fill(1u8);
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn testing_allocator() {
        let bytes = fill(3);
        assert_eq!(3, bytes.len());
    }
}
