//! What is counted.

/// A kind of thing and how many there are.
pub const Item = struct {
    name: []const u8,
    count: u32,
};

pub const default_count = 25;

pub fn total(items: []const Item) u32 {
    var sum: u32 = 0;
    for (items) |item| sum = plus(sum, item.count);
    return sum;
}

fn plus(a: u32, b: u32) u32 {
    return a + b;
}
