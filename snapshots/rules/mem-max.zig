const std = @import("std");

fn pick(items: []const u32) u32 {
    return std.mem.max(u32, items);
}

test "mem max" {
    try std.testing.expectEqual(3, pick(&.{ 2, 1, 3 }));
}
