//! What cannot be analysed is reported once, and the function that holds it is marked.

pub fn double(value: u32) u32 {
    return value * factor;
}

pub fn whole(value: u32) u32 {
    return value + 1;
}

/// Bits of a packed struct have no ordinary address.
const Pair = packed struct { a: u32, b: u32 };

pub fn second(pair: *Pair) *u32 {
    return &pair.b;
}

/// Nothing jumps out of what is deferred.
pub fn leaves() !void {
    defer {
        return error.Broken;
    }
}

pub fn leavesLoop() void {
    while (true) {
        defer break;
    }
}
