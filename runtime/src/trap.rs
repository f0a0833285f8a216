//! The safety panics of Zig, one function for each, with Zig's message text.
//!
//! Source: `std.debug.FullPanic` (std/debug.zig). Every function is `#[track_caller]`, so that the position which Rust
//! prints is the place in the ported code.

/// `unreachable` was reached, or an assertion failed.
#[cold]
#[track_caller]
pub fn reached_unreachable() -> ! {
    panic!("reached unreachable code")
}

/// `.?` of null.
#[cold]
#[track_caller]
pub fn unwrap_null() -> ! {
    panic!("attempt to use null value")
}

/// `catch unreachable` of an error; `name` is the error's Zig name.
#[cold]
#[track_caller]
pub fn unwrap_error(name: &str) -> ! {
    panic!("attempt to unwrap error: {name}")
}

/// An index past the end.
#[cold]
#[track_caller]
pub fn out_of_bounds(index: usize, len: usize) -> ! {
    panic!("index out of bounds: index {index}, len {len}")
}

/// `a[start..end]` with `start > end`.
#[cold]
#[track_caller]
pub fn start_greater_than_end(start: usize, end: usize) -> ! {
    panic!("start index {start} is larger than end index {end}")
}

/// The element behind a sentinel-terminated slice is not the sentinel.
#[cold]
#[track_caller]
pub fn sentinel_mismatch(expected: impl core::fmt::Debug, found: impl core::fmt::Debug) -> ! {
    panic!("sentinel mismatch: expected {expected:?}, found {found:?}")
}

/// A union field was read while another one is active; both are Zig names.
#[cold]
#[track_caller]
pub fn inactive_union_field(active: &str, accessed: &str) -> ! {
    panic!("access of union field '{accessed}' while field '{active}' is active")
}

/// `@ptrCast` between slices whose byte length is no multiple of the new element's size.
#[cold]
#[track_caller]
pub fn slice_cast_len_remainder(source_len: usize) -> ! {
    panic!("slice length '{source_len}' does not divide exactly into destination elements")
}

/// A cast made a non-optional pointer null.
#[cold]
#[track_caller]
pub fn cast_to_null() -> ! {
    panic!("cast causes pointer to be null")
}

/// `@alignCast` of a misaligned pointer.
#[cold]
#[track_caller]
pub fn incorrect_alignment() -> ! {
    panic!("incorrect alignment")
}

/// `@errorFromInt` or `@errorCast` outside the set.
#[cold]
#[track_caller]
pub fn invalid_error_code() -> ! {
    panic!("invalid error code")
}

/// `@intCast` out of range.
#[cold]
#[track_caller]
pub fn integer_out_of_bounds() -> ! {
    panic!("integer does not fit in destination type")
}

/// `+`, `-`, `*`, negation or a division left the type.
#[cold]
#[track_caller]
pub fn integer_overflow() -> ! {
    panic!("integer overflow")
}

/// `@shlExact` lost a bit.
#[cold]
#[track_caller]
pub fn shl_overflow() -> ! {
    panic!("left shift overflowed bits")
}

/// `@shrExact` lost a bit.
#[cold]
#[track_caller]
pub fn shr_overflow() -> ! {
    panic!("right shift overflowed bits")
}

/// A denominator is zero.
#[cold]
#[track_caller]
pub fn divide_by_zero() -> ! {
    panic!("division by zero")
}

/// `@divExact` left a remainder.
#[cold]
#[track_caller]
pub fn exact_division_remainder() -> ! {
    panic!("exact division produced remainder")
}

/// `@intFromFloat` out of range.
#[cold]
#[track_caller]
pub fn integer_part_out_of_bounds() -> ! {
    panic!("integer part of floating point value out of bounds")
}

/// `switch` met a value that its type does not have.
#[cold]
#[track_caller]
pub fn corrupt_switch() -> ! {
    panic!("switch on corrupt value")
}

/// A shift by the width or more.
#[cold]
#[track_caller]
pub fn shift_rhs_too_big() -> ! {
    panic!("shift amount is greater than the type size")
}

/// `@enumFromInt` of a value without a tag.
#[cold]
#[track_caller]
pub fn invalid_enum_value() -> ! {
    panic!("invalid enum value")
}

/// `for` over objects of different lengths.
#[cold]
#[track_caller]
pub fn for_len_mismatch() -> ! {
    panic!("for loop over objects with non-equal lengths")
}

/// `@memcpy` between different lengths.
#[cold]
#[track_caller]
pub fn copy_len_mismatch() -> ! {
    panic!("source and destination arguments have non-equal lengths")
}

/// `@memcpy` over itself.
#[cold]
#[track_caller]
pub fn memcpy_alias() -> ! {
    panic!("@memcpy arguments alias")
}

/// A function of type `noreturn` came back.
#[cold]
#[track_caller]
pub fn noreturn_returned() -> ! {
    panic!("'noreturn' function returned")
}
