#![allow(dead_code)]

fn rotate(items: &mut [u32], amount: usize) {
    items.rotate_left(amount);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mem_rotate() {
        let mut items = [1u32, 2, 3];
        rotate(&mut items, 1);
        assert_eq!([2, 3, 1], items);
    }
}
