//! `debug_assert!` does not evaluate its argument in a release build.

fn main() {
    let mut stack = b"abc".to_vec();
    debug_assert!(stack.pop() == Some(b'c'));
    eprintln!("{}", String::from_utf8_lossy(&stack));
}
