mod rt;

use crate::rt::args;

fn main() {
    let mut args: args::Args = args::Args::new();
    eprintln!("{} {}", args.skip(), args.skip());
}
