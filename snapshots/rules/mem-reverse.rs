#![allow(dead_code)]

fn turn(items: &mut [u32]) {
    items.reverse();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mem_reverse() {
        let mut items = [1u32, 2, 3];
        turn(&mut items);
        assert_eq!([3, 2, 1], items);
    }
}
