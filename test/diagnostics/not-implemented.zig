//! A construct that is typed, but has no Rust yet, is marked where it stands.

pub fn caller() usize {
    return @returnAddress();
}
