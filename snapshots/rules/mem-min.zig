const std = @import("std");

fn pick(items: []const u32) u32 {
    return std.mem.min(u32, items);
}

test "mem min" {
    try std.testing.expectEqual(1, pick(&.{ 2, 1, 3 }));
}
