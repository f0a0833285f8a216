//! `defer` and `errdefer`: what is done on the way out, in Zig's order.

#![allow(dead_code)]

mod rt;

use crate::rt::{raw_slice, sentinel};
use core::sync::atomic::{AtomicUsize, Ordering};

static mut LOG: [u8; 32] = [0; 32];
static LOGGED: AtomicUsize = AtomicUsize::new(0);

fn note(c: u8) {
    // SAFETY: the variable is only touched by the thread that runs this program
    unsafe {
        LOG[LOGGED.load(Ordering::Relaxed)] = c;
    }
    LOGGED.store(LOGGED.load(Ordering::Relaxed) + 1, Ordering::Relaxed);
}

fn taken() -> *const [u8] {
    let result = raw_slice::part_mut(&raw mut LOG, 0, LOGGED.load(Ordering::Relaxed));
    LOGGED.store(0, Ordering::Relaxed);
    result
}

fn nested(early: bool) -> u8 {
    let result: u8 = 'cleanup: {
        {
            note(b'1');
            note(b'b');
        }
        if early {
            break 'cleanup 7;
        }
        let result_3: u8 = {
            note(b'2');
            8
        };
        note(b'c');
        result_3
    };
    note(b'a');
    result
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Failure {
    First,
    Second,
}

impl Failure {
    /// The name of the error, as Zig spells it.
    pub fn name(self) -> &'static str {
        match self {
            Self::First => "First",
            Self::Second => "Second",
        }
    }
}

fn guarded(fail_at: u8) -> Result<u8, Failure> {
    note(b'[');
    let result = 'cleanup: {
        if fail_at == 1 {
            break 'cleanup Err(Failure::First);
        }
        let result_2 = 'cleanup_2: {
            if fail_at == 2 {
                break 'cleanup_2 Err(Failure::Second);
            }
            Ok(3u8)
        };
        if let Err(err) = result_2 {
            note(sentinel::at(err.name().as_bytes(), 0, 0));
        }
        result_2
    };
    if result.is_err() {
        note(b'!');
    }
    note(b']');
    result
}

fn step(n: u8) -> Result<u8, Failure> {
    if n == 3 {
        return Err(Failure::First);
    }
    Ok(n)
}

fn accumulate(limit: u8) -> Result<u32, Failure> {
    let mut sum: u32 = 0;
    let result = 'cleanup: {
        for i in 0..usize::from(limit) {
            enum Exit {
                Continue,
                Break,
                Return(Result<u32, Failure>),
            }
            let result_2 = 'cleanup_2: {
                if i == 1 {
                    break 'cleanup_2 Exit::Continue;
                }
                if i == 5 {
                    break 'cleanup_2 Exit::Break;
                }
                sum += u32::from(match step(u8::try_from(i).unwrap()) {
                    Ok(value) => value,
                    Err(error) => break 'cleanup_2 Exit::Return(Err(error)),
                });
                Exit::Continue
            };
            note(b'.');
            match result_2 {
                Exit::Continue => {}
                Exit::Break => break,
                Exit::Return(value) => break 'cleanup value,
            }
        }
        Ok(sum)
    };
    note(b'e');
    result
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rt::test_order::TestOrder;
    use core::sync::atomic::Ordering;

    /// These tests share variables: each finds what those before it left behind.
    static IN_ORDER: TestOrder = TestOrder::new(&[
        ("tests::defer", defer),
        ("tests::errdefer", errdefer),
        ("tests::out_of_loops", out_of_loops),
    ]);

    #[test]
    fn defer() {
        let Some(_turn) = IN_ORDER.turn(0) else {
            return;
        };
        assert_eq!(7, nested(true));
        // SAFETY: the Zig code dereferences this pointer, which must be valid here
        unsafe {
            assert_eq!(b"1ba"[..], (&*taken())[..]);
        }
        assert_eq!(8, nested(false));
        // SAFETY: the Zig code dereferences this pointer, which must be valid here
        unsafe {
            assert_eq!(b"1b2ca"[..], (&*taken())[..]);
        }
    }

    #[test]
    fn errdefer() {
        let Some(_turn) = IN_ORDER.turn(1) else {
            return;
        };
        LOGGED.store(0, Ordering::Relaxed);
        assert_eq!(guarded(1).err(), Some(Failure::First));
        // SAFETY: the Zig code dereferences this pointer, which must be valid here
        unsafe {
            assert_eq!(b"[!]"[..], (&*taken())[..]);
        }
        assert_eq!(guarded(2).err(), Some(Failure::Second));
        // SAFETY: the Zig code dereferences this pointer, which must be valid here
        unsafe {
            assert_eq!(b"[S!]"[..], (&*taken())[..]);
        }
        assert_eq!(3, guarded(0).unwrap());
        // SAFETY: the Zig code dereferences this pointer, which must be valid here
        unsafe {
            assert_eq!(b"[]"[..], (&*taken())[..]);
        }
    }

    #[test]
    fn out_of_loops() {
        let Some(_turn) = IN_ORDER.turn(2) else {
            return;
        };
        LOGGED.store(0, Ordering::Relaxed);
        assert_eq!(accumulate(9).err(), Some(Failure::First));
        // SAFETY: the Zig code dereferences this pointer, which must be valid here
        unsafe {
            assert_eq!(b"....e"[..], (&*taken())[..]);
        }
        assert_eq!(2, accumulate(3).unwrap());
    }
}
