const std = @import("std");

var total: u32 = 0;

fn add(n: u32) void {
    for (0..n) |_| total += 1;
}

pub fn main() void {
    add(10_000_000);
    add(10_000_000);
    std.debug.print("{d}\n", .{total});
}
