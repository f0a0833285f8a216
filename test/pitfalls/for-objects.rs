//! `zip` ends with the shorter one, where Zig traps.

fn dot(a: &[u32], b: &[u32]) -> u32 {
    let mut sum = 0;
    for (x, y) in a.iter().zip(b) {
        sum += x * y;
    }
    sum
}

fn main() {
    eprintln!("{}", dot(&[1, 2], &[3, 4]));
    eprintln!("{}", dot(&[1, 2], &[3]));
}
