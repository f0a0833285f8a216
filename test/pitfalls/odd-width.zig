const std = @import("std");

fn next(n: u21) u21 {
    return n +% 1;
}

pub fn main() void {
    std.debug.print("{d}\n", .{next(2097151)});
}
