const std = @import("std");

fn width(n: u32) u64 {
    return std.fmt.count("{d}", .{n});
}

test "fmt count" {
    try std.testing.expectEqual(3, width(120));
}
