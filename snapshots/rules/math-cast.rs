#![allow(dead_code)]

fn narrow(x: u32) -> Option<u8> {
    u8::try_from(x).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn math_cast() {
        assert_eq!(Some(200), narrow(200));
        assert!(narrow(300).is_none());
    }
}
