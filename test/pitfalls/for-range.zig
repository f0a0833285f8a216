const std = @import("std");

fn show(from: usize, to: usize) void {
    for (from..to) |i| std.debug.print("{d}\n", .{i});
}

pub fn main() void {
    show(1, 3);
    show(3, 1);
    std.debug.print("behind\n", .{});
}
