/// How many of the things match; nobody asks.
pub fn count(list: anytype, thing: anytype) usize {
    var found: usize = 0;
    for (list) |one| {
        if (one == thing) found += 1;
    }
    return found;
}

pub fn add(a: u32, b: u32) u32 {
    return a + b;
}
