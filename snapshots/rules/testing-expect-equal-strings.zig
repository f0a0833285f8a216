const std = @import("std");

fn name() []const u8 {
    return "zig";
}

test "testing expect equal strings" {
    try std.testing.expectEqualStrings("zig", name());
}
