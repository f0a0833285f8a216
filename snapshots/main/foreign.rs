//! C's entry point takes the place of Rust's.

#![allow(clippy::not_unsafe_ptr_arg_deref)]
#![cfg_attr(not(test), no_main)]

mod rt;

use crate::rt::{fmt, io, raw_slice};
use core::ffi::{CStr, c_char, c_int};

#[cfg(not(test))]
#[unsafe(no_mangle)]
pub extern "C" fn main(argc: c_int, argv: *const *const c_char) -> c_int {
    let argv = argv.cast();
    let args: *const [*const u8] = raw_slice::from_pointer(argv, 0, usize::try_from(argc).unwrap());
    // SAFETY: the Zig code dereferences this pointer, which must be valid here
    unsafe {
        io::debug_print(format_args!(
            "{}: {} arguments\n",
            fmt::Bytes(CStr::from_ptr((*args)[0].cast()).to_bytes()),
            args.len()
        ));
    }
    3
}
