//! The wider native type, which wraps at its own width.

fn next(n: u32) -> u32 {
    n.wrapping_add(1)
}

fn main() {
    eprintln!("{}", next(2097151));
}
