mod rt;

use crate::rt::args;

fn count() -> usize {
    let mut it = args::Args::new();
    let mut n: usize = 0;
    while it.next().is_some() {
        n += 1;
    }
    n
}

fn main() {
    eprintln!("{}", count());
}
