const std = @import("std");

fn name() []const u8 {
    return "ziglang";
}

test "testing expect string starts with" {
    try std.testing.expectStringStartsWith(name(), "zig");
}
