#![allow(dead_code)]

fn align8(address: usize) -> usize {
    address.next_multiple_of(8)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mem_align_forward() {
        assert_eq!(16, align8(9));
        assert_eq!(8, align8(8));
    }
}
