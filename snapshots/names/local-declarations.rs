#![allow(
    dead_code,
    clippy::manual_is_multiple_of,
    clippy::wrong_self_convention
)]

mod rt;

use crate::rt::sort;
use core::sync::atomic::{AtomicU32, Ordering};

/// Counts its own calls.
fn next_ticket() -> u32 {
    static TICKETS: AtomicU32 = AtomicU32::new(0);

    TICKETS.store(TICKETS.load(Ordering::Relaxed) + 1, Ordering::Relaxed);
    TICKETS.load(Ordering::Relaxed)
}

fn sort_by_distance(numbers: &mut [i32], from: i32) {
    #[derive(Clone, Copy)]
    struct Context {
        from: i32,
    }

    impl Context {
        fn is_nearer(self, a: i32, b: i32) -> bool {
            (a - self.from).unsigned_abs() < (b - self.from).unsigned_abs()
        }
    }

    sort::block(numbers, |a, b| Context::is_nearer(Context { from }, *a, *b));
}

#[derive(Clone, Copy)]
struct Shelf {
    width: u32,
}

impl Shelf {
    /// The name of the class of the shelf.
    fn class(self) -> &'static [u8] {
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        #[repr(u8)]
        enum Class {
            Narrow,
            Wide,
        }

        let of: Class = if self.width < 80 {
            Class::Narrow
        } else {
            Class::Wide
        };
        match of {
            Class::Narrow => b"narrow",
            Class::Wide => b"wide",
        }
    }
}

/// Its type is seen from outside.
fn bounds(numbers: &[i32]) -> Bounds {
    #[derive(Clone, Copy)]
    struct Context {
        low: i32,
        high: i32,
    }

    let mut found = Context {
        low: numbers[0],
        high: numbers[0],
    };
    for &number in numbers[1..].iter() {
        found.low = found.low.min(number);
        found.high = found.high.max(number);
    }
    Bounds {
        low: found.low,
        high: found.high,
    }
}

#[derive(Clone, Copy)]
pub struct Bounds {
    pub low: i32,
    pub high: i32,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn variables_of_a_function_keep_their_value() {
        let first = next_ticket();
        assert!(next_ticket() == first + 1);
    }

    #[test]
    fn contexts_of_one_name() {
        let mut numbers = [9i32, 1, 4, 6];
        sort_by_distance(&mut numbers, 5);
        assert!(numbers == [4, 6, 9, 1]);
        let found = bounds(&numbers);
        assert!(found.low == 1 && found.high == 9);
        assert_eq!(b"wide", Shelf { width: 80 }.class());
    }

    #[test]
    fn a_struct_with_functions_that_fail() {
        #[derive(Clone, Copy)]
        struct S;

        impl S {
            fn half(number: u32) -> Result<u32, QuarterError> {
                if number % 2 != 0 {
                    return Err(QuarterError::Odd);
                }
                Ok(number / 2)
            }

            fn quarter(number: u32) -> Result<u32, QuarterError> {
                S::half(S::half(number)?)
            }
        }

        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        enum QuarterError {
            Odd,
        }

        assert!(S::quarter(12).unwrap() == 3);
        assert_eq!(S::quarter(6).err(), Some(QuarterError::Odd));
    }

    #[test]
    fn another_struct_of_that_name() {
        #[derive(Clone, Copy)]
        struct S {
            value: u8,
        }

        impl S {
            fn doubled(self) -> S {
                S {
                    value: self.value * 2,
                }
            }
        }

        assert!(S { value: 4 }.doubled().value == 8);
    }
}
