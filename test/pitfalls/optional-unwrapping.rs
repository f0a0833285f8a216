//! `unwrap_or` evaluates its fallback always.

fn fallback() -> u32 {
    eprintln!("asked");
    0
}

fn or_0(n: Option<u32>) -> u32 {
    n.unwrap_or(fallback())
}

fn main() {
    eprintln!("{}", or_0(Some(1)));
    eprintln!("{}", or_0(None));
}
