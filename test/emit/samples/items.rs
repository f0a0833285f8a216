//! Items of every kind.
//! Two lines of documentation.

#![allow(dead_code, clippy::needless_range_loop)]

use super::*;
use crate::a::b;
use core::ffi::{c_char, c_int, c_void};
use std::collections::{
    BTreeMap, HashMap as Map,
    hash_map::{self, Entry},
};

mod alpha;
pub mod beta;
pub(crate) mod gamma {
    /// A constant.
    pub const LIMIT: usize = 4 * 4;
    pub(super) static mut COUNTER: u32 = 0;
}

/// A struct with documentation.
///
/// And a second paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(C)]
pub struct Point<T = i32> {
    /// The first coordinate.
    pub x: T, // trailing
    pub y: T, // another
    // a line before the third
    r#type: u8,

    late: Option<Box<Point<T>>>,
}

pub struct Wrapper(pub u32);
pub struct Pair<A, B>(A, pub(crate) B)
where
    A: Clone,
    B: Clone;
struct Unit;
struct Empty {}

#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Default,
    ExtremelyLongDeriveName,
    Another,
)]
enum Kind {
    Plain,
    Tuple(u8, u16),
    Named {
        a: u8,
        b: u16,
    },
    Long {
        first_field: SomeLongTypeName,
        second_field: AnotherLongTypeName,
        third: u8,
    },
}

#[repr(u8)]
pub enum Color {
    Red = 1,
    Green = 1 << 4, // the middle
    Blue,
}

pub union Bits {
    int: u32,
    float: f32,
}

pub trait Shape: Clone + Send {
    const SIDES: usize;
    type Unit: Default;
    fn area(&self) -> f64;
    fn name(&self) -> &'static str {
        "shape"
    }
}

impl<T> Shape for Point<T>
where
    T: Clone + Send,
    for<'a> &'a T: Into<f64>,
{
    const SIDES: usize = 0;
    type Unit = ();

    fn area(&self) -> f64 {
        0.0
    }
}

unsafe impl Send for Bits {}
impl<'a, T: 'a + Clone, const N: usize> Matrix<'a, T, N> {
    pub fn new() -> Self {
        Self
    }
    pub(crate) const unsafe fn at(&'a mut self, row: usize, col: usize) -> &'a mut T {
        &mut self.data[row][col]
    }
}

unsafe extern "C" {
    static stdout: *mut c_void;
    fn printf(format: *const c_char, ...) -> c_int;
    pub safe fn abs(value: c_int) -> c_int;
}

#[unsafe(no_mangle)]
pub extern "C" fn evaluate_script(
    ctx: *mut JSContextRef,
    source: *const u8,
    length: usize,
) -> *mut JSValueRef {
    unsafe {
        JSEvaluateScript(
            ctx,
            source,
            std::ptr::null(),
            std::ptr::null(),
            0,
            std::ptr::null_mut(),
        )
    }
}

type Callback<'a> = Option<unsafe extern "C" fn(*mut c_void, &'a mut [u8; 4], ...) -> c_int>;
type Handler = Box<dyn Fn(&str, usize) -> Result<Vec<u8>, Error> + Send + 'static>;

const TABLE: [[u8; 3]; 2] = [[1, 2, 3], [4, 5, 6]];
const NAMES: &[&str] = &[
    "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa",
];
const _: () = assert!(size_of::<u32>() == 4);
static GREETING: &[u8] = b"hello\n\0\xff\"quoted\"";
static PRIMES: [u32; 30] = [
    2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83, 89, 97,
    101, 103, 107, 109, 113,
];

thread_local! {
    static CELL: Cell<u32> = const { Cell::new(0) };
}

pub fn generic<T: Into<String> + Clone, U, const N: usize>(
    first: T,
    second: impl Fn(T) -> U,
    third: [u8; N],
) -> U
where
    U: Default,
{
    second(first)
}

fn empty() {}
fn never() -> ! {
    loop {}
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn adds() {
        assert_eq!(1 + 1, 2);
    }
}
