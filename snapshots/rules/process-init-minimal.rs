mod rt;

use crate::rt::args;

fn main() {
    let mut it = args::Args::new();
    _ = it.skip();
    eprintln!("{}", it.next().is_none());
}
