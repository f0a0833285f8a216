//! `f80` and `f128`, which Rust does not have.

fn precise(value: f128) f128 {
    return value / 3;
}

fn extended(value: f80) f80 {
    return value * 2;
}
