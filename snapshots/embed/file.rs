//! Embedded files and places in the source.

#![allow(dead_code)]

const TEXT: &[u8; 21] = b"one line\nand another\n";

fn lines() -> usize {
    let mut count: usize = 0;
    for &c in TEXT.iter() {
        if c == b'\n' {
            count += 1;
        }
    }
    count
}

fn here() -> &'static [u8] {
    b"here"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn embedded() {
        assert_eq!(2, lines());
        assert_eq!(b"here", here());
    }
}
