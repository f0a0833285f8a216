#![allow(dead_code)]

fn sum(n: usize) -> usize {
    let mut items = vec![0usize; n];
    for (i, item) in items.iter_mut().enumerate() {
        *item = i;
    }
    let mut total: usize = 0;
    for &item in items.iter() {
        total += item;
    }
    total
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heap_c_allocator() {
        assert_eq!(6, sum(4));
    }
}
