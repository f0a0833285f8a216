#![allow(dead_code)]

fn check(letter: u8, count: usize) {
    let mut text = vec![0u8; count];
    text[..].fill(letter);
    assert!(text.iter().all(|&item| item == letter));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn testing_check_all_allocation_failures() {
        check(b'a', 3);
    }
}
