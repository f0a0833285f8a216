//! `as` saturates, where Zig traps.

fn percent(share: f64) -> u8 {
    (share * 100.0) as u8
}

fn main() {
    eprintln!("{}", percent(0.5));
    eprintln!("{}", percent(2.75));
}
