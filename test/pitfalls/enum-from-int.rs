//! `transmute` makes a value that the type does not have.

#[repr(u8)]
enum Level {
    #[allow(dead_code)]
    Low = 1,
    #[allow(dead_code)]
    High = 2,
}

#[inline(never)]
fn level(n: u8) -> Level {
    unsafe { std::mem::transmute(n) }
}

fn name(level: Level) -> &'static str {
    match level {
        Level::Low => "low",
        Level::High => "high",
    }
}

fn main() {
    eprintln!("{}", name(level(2)));
    eprintln!("{}", name(level(3)));
}
