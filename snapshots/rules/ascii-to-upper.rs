#![allow(dead_code)]

fn change(c: u8) -> u8 {
    c.to_ascii_uppercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ascii_to_upper() {
        assert_eq!(b'A', change(b'a'));
        assert_eq!(b'1', change(b'1'));
    }
}
