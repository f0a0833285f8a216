//! A struct literal is a value: it swaps the fields, where Zig stores one after the other.

struct Pair {
    x: u32,
    y: u32,
}

fn main() {
    let mut pair = Pair { x: 1, y: 2 };
    pair = Pair { x: pair.y, y: pair.x };
    eprintln!("{} {}", pair.x, pair.y);
}
