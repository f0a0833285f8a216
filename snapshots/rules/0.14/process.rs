#![allow(clippy::while_let_on_iterator)]

mod rt;

use crate::rt::{args, parse, timer};

pub fn sum() -> Result<u32, parse::ParseIntError> {
    let mut args = args::Args::new();
    _ = args.skip();
    let mut total: u32 = 0;
    while let Some(arg) = args.next() {
        total += parse::int::<u32>(arg, 10u8)?;
    }
    Ok(total)
}

pub fn first() -> usize {
    let mut args = args::Args::new();
    let Some(name) = args.next() else {
        return 0;
    };
    name.len()
}

pub fn count() -> usize {
    let args = args::to_vec();
    args.len()
}

pub fn elapsed() -> u64 {
    let mut timer = timer::Timer::start();
    let before =
        timer::timestamp(1_000_000) + timer::timestamp(1_000_000_000) + timer::timestamp(1_000);
    let now = timer::nano_timestamp();
    timer.reset();
    let lap = timer.lap();
    timer.read() + lap + u64::from(u8::from(i128::from(before) < now))
}
