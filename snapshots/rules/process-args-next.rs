#![allow(clippy::while_let_on_iterator)]

mod rt;

use crate::rt::{args, fmt, io};

fn main() {
    let mut args = args::Args::new();
    _ = args.next();
    while let Some(arg) = args.next() {
        io::debug_print(format_args!("{}\n", fmt::Bytes(arg)));
    }
}
