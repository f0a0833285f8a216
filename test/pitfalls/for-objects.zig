const std = @import("std");

fn dot(a: []const u32, b: []const u32) u32 {
    var sum: u32 = 0;
    for (a, b) |x, y| sum += x * y;
    return sum;
}

pub fn main() void {
    std.debug.print("{d}\n", .{dot(&.{ 1, 2 }, &.{ 3, 4 })});
    std.debug.print("{d}\n", .{dot(&.{ 1, 2 }, &.{3})});
}
