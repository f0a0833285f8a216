//! A construct that is typed, but has no Rust yet, is marked where it stands.

pub fn add(a: f128, b: f128) f128 {
    return a + b;
}
