//! `while`: continue expressions, captures, `else`, and what becomes a range.

#![allow(
    dead_code,
    clippy::manual_is_multiple_of,
    clippy::should_implement_trait,
    clippy::while_let_on_iterator
)]

fn sum_below(n: u32) -> u32 {
    let mut sum: u32 = 0;
    for i in 0..n {
        sum += i;
    }
    sum
}

fn sum_of_odd(n: u32) -> u32 {
    let mut sum: u32 = 0;
    for i in 0..n {
        if i % 2 == 0 {
            continue;
        }
        sum += i;
    }
    sum
}

/// The step is not one, and `continue` must still take it.
fn powers_below(limit: u32, skip: u32) -> u32 {
    let mut count: u32 = 0;
    let mut power: u32 = 1;
    while power < limit {
        'next: {
            if power == skip {
                break 'next;
            }
            count += 1;
        }
        power *= 2;
    }
    count
}

fn last_index(haystack: &[u8], needle: u8) -> Option<usize> {
    let mut i = haystack.len();
    while i > 0 {
        i -= 1;
        if haystack[i] == needle {
            return Some(i);
        }
    }
    None
}

#[derive(Clone, Copy)]
struct Countdown {
    left: u8,
}

impl Countdown {
    fn next(&mut self) -> Option<u8> {
        if self.left == 0 {
            return None;
        }
        self.left -= 1;
        Some(self.left)
    }

    fn next_checked(&mut self) -> Result<u8, NextCheckedError> {
        self.next().ok_or(NextCheckedError::Finished)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NextCheckedError {
    Finished,
}

fn total(from: u8) -> u32 {
    let mut countdown = Countdown { left: from };
    let mut sum: u32 = 0;
    while let Some(n) = countdown.next() {
        sum += u32::from(n);
    }
    sum
}

fn until_error(from: u8) -> u32 {
    let mut countdown = Countdown { left: from };
    let mut sum: u32 = 0;
    loop {
        match countdown.next_checked() {
            Ok(n) => {
                sum += u32::from(n);
            }
            Err(err) => {
                assert!(err == NextCheckedError::Finished);
                break;
            }
        }
    }
    sum
}

fn find_factor(n: u32) -> u32 {
    let mut candidate: u32 = 2;
    'search: {
        while candidate * candidate <= n {
            if n % candidate == 0 {
                break 'search candidate;
            }
            candidate += 1;
        }
        n
    }
}

fn first_pair(limit: u32, product: u32) -> Option<[u32; 2]> {
    'outer: for a in 1..limit {
        for b in a..limit {
            if a * b > product {
                continue 'outer;
            }
            if a * b == product && a != 1 {
                return Some([a, b]);
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn loops() {
        assert_eq!(10, sum_below(5));
        assert_eq!(4, sum_of_odd(5));
        assert_eq!(4, powers_below(32, 4));
        assert_eq!(Some(3), last_index(b"abab", b'b'));
        assert_eq!(3, total(3));
        assert_eq!(6, until_error(4));
        assert_eq!(7, find_factor(91));
        assert_eq!(13, find_factor(13));
        assert_eq!(Some([3, 5]), first_pair(10, 15));
    }
}
