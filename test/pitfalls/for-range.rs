//! A range that is upside down runs zero times, where Zig traps.

fn show(from: usize, to: usize) {
    for i in from..to {
        eprintln!("{i}");
    }
}

fn main() {
    show(1, 3);
    show(3, 1);
    eprintln!("behind");
}
