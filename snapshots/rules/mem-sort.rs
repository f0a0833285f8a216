#![allow(dead_code)]

mod rt;

fn by_length(_: (), a: &[u8], b: &[u8]) -> bool {
    a.len() < b.len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rt::sort;

    #[test]
    fn mem_sort() {
        let mut numbers = [3u32, 1, 2];
        numbers.sort();
        assert_eq!([1, 2, 3], numbers);
        numbers.sort_by(|a, b| b.cmp(a));
        assert_eq!([3, 2, 1], numbers);
        let mut words: [&[u8]; 3] = [b"ccc", b"a", b"bb"];
        sort::block(&mut words, |a, b| by_length((), *a, *b));
        assert_eq!(b"a", words[0]);
    }
}
