const std = @import("std");

fn words() []const u32 {
    return &.{ 1, 2 };
}

test "testing expect equal deep" {
    try std.testing.expectEqualDeep(words(), words());
}
