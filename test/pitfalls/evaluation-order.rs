//! The same text: Rust evaluates the value before the place.

fn index() -> usize {
    eprintln!("index");
    1
}

fn value() -> u32 {
    eprintln!("value");
    7
}

fn main() {
    let mut array = [1, 2];
    array[index()] = value();
    array[index()] += value();
    eprintln!("{{ {}, {} }}", array[0], array[1]);
}
