//! The Rust that ported Zig programs may need.
//!
//! zig2rust copies single files of `src/` (never this one) into an emitted crate as `src/rt/<module>.rs`, together with
//! the modules that `modules.json` names as their needs. A module therefore reaches a sibling only by `super::`, which
//! means `crate::rt` there and this crate's root here.

pub mod align;
pub mod args;
pub mod array_hash_map;
pub mod auto_hash;
pub mod bit_set;
pub mod exponential;
pub mod file;
pub mod float;
pub mod float16;
pub mod float_format;
pub mod fmt;
pub mod fmt_any;
pub mod fmt_float;
pub mod hash_map;
pub mod int;
pub mod io;
pub mod limbs;
pub mod logarithm;
pub mod math;
pub mod panic_handler;
pub mod parse;
pub mod pointer;
pub mod priority_queue;
pub mod random;
pub mod random_float;
pub mod range;
pub mod raw_bytes;
pub mod raw_slice;
pub mod reader;
pub mod sentinel;
pub mod sort;
pub mod static_string_map;
pub mod stream;
pub mod test_lock;
pub mod test_order;
pub mod thread;
pub mod timer;
pub mod trap;
pub mod trig;
pub mod trig_reduce;
pub mod vector;
pub mod wide_float;
pub mod wide_int;
pub mod wide_product;
pub mod wide_trig;
pub mod wide_trig_tables;
pub mod wyhash;
