const std = @import("std");

fn numbers() []const u32 {
    return &.{ 1, 2 };
}

test "testing expect equal slices" {
    try std.testing.expectEqualSlices(u32, &.{ 1, 2 }, numbers());
}
