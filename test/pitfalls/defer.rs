//! A guard that runs a closure: it holds what it will change, and nobody else can use it before.

struct Defer<F: FnMut()>(F);

impl<F: FnMut()> Drop for Defer<F> {
    fn drop(&mut self) {
        (self.0)();
    }
}

fn nested(depth: &mut u32) -> u32 {
    *depth += 1;
    let _guard = Defer(|| *depth -= 1);
    *depth *= 10;
    *depth
}

fn last(n: u32) -> u32 {
    let mut left = n;
    let _guard = Defer(|| left = 0);
    left += 1;
    left
}

fn main() {
    let mut depth = 0;
    eprintln!("{} {} {}", nested(&mut depth), depth, last(4));
}
