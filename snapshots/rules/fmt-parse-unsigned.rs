#![allow(dead_code)]

mod rt;

use crate::rt::parse;

fn port(text: &[u8]) -> Option<u16> {
    parse::unsigned::<u16>(text, 10).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fmt_parse_unsigned() {
        assert_eq!(8080, port(b"8080").unwrap());
        assert!(port(b"-1").is_none());
    }
}
