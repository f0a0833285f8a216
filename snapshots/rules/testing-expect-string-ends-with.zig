const std = @import("std");

fn name() []const u8 {
    return "ziglang";
}

test "testing expect string ends with" {
    try std.testing.expectStringEndsWith(name(), "lang");
}
