mod rt;

use crate::rt::{args, sentinel};

struct Options {
    args: args::Args,
}

impl Options {
    fn flag(&mut self) -> Option<u8> {
        let arg = self.args.next()?;
        if arg.len() == 2 && sentinel::at(arg, 0, 0) == b'-' {
            Some(sentinel::at(arg, 1, 0))
        } else {
            None
        }
    }
}

fn main() {
    let mut options = Options {
        args: args::Args::new(),
    };
    _ = options.args.skip();
    eprintln!("{}", options.flag().is_none());
}
