mod rt;

use crate::rt::{args, fmt, io};

fn main() {
    let args = args::all();
    for &arg in args[1..].iter() {
        io::debug_print(format_args!("{}\n", fmt::Bytes(arg)));
    }
}
