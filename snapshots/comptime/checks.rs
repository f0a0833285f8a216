//! What is checked at comptime, Rust checks as well whenever the crate is compiled.

#![allow(
    clippy::assertions_on_constants,
    clippy::erasing_op,
    clippy::identity_op
)]

use core::mem;

#[derive(Clone, Copy)]
#[repr(C)]
struct Header {
    magic: u32,
    version: u16,
    flags: u16,
}

const QUEUE_SIZE: u16 = 64;
const BLOCK_SIZE: u32 = 512;

// The file format says so.
const _: () = assert!(mem::size_of::<Header>() == 8);
const _: () = assert!(
    mem::align_of::<Header>() == mem::align_of::<u32>()
        && BLOCK_SIZE >= 2 * mem::size_of::<Header>() as u32
);

const _: () = assert!(
    QUEUE_SIZE & (QUEUE_SIZE - 1) == 0,
    "queue_size is a power of two"
);

// Nothing in it that Rust could ask.

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn header() {
        let header = Header {
            magic: BLOCK_SIZE,
            version: QUEUE_SIZE,
            flags: 0,
        };
        assert_eq!(576, header.magic + u32::from(header.version));
    }
}
