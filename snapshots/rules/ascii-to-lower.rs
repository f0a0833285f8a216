#![allow(dead_code)]

fn change(c: u8) -> u8 {
    c.to_ascii_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ascii_to_lower() {
        assert_eq!(b'a', change(b'A'));
        assert_eq!(b'1', change(b'1'));
    }
}
