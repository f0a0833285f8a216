#![allow(dead_code)]

fn pick(kind: u8) -> u8 {
    match kind {
        0 => 1,
        _ => panic!("unknown kind {}", kind),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn debug_panic() {
        assert_eq!(1, pick(0));
    }
}
