#![allow(dead_code)]

fn exchange(a: &mut u32, b: &mut u32) {
    core::mem::swap(a, b);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mem_swap() {
        let mut a: u32 = 1;
        let mut b: u32 = 2;
        exchange(&mut a, &mut b);
        assert_eq!(2, a);
        let mut items = [1u32, 2, 3];
        items.swap(0, 2);
        assert_eq!([3, 2, 1], items);
    }
}
