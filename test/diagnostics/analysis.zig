//! What cannot be analysed is reported once, and the function that holds it is marked.

pub fn double(value: u32) u32 {
    return value * factor;
}

pub fn whole(value: u32) u32 {
    return value + 1;
}
