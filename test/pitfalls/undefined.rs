//! Bytes that nobody wrote, as a type that does not allow any: undefined, and stopped by Rust where it can see it.

struct Entry {
    name: &'static str,
    count: u32,
}

fn main() {
    let mut entry: Entry = unsafe { std::mem::zeroed() };
    entry.count = 3;
    entry.name = "three";
    eprintln!("{} {}", entry.name, entry.count);
}
