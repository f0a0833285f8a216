const std = @import("std");

fn count(text: []const u8, c: u8) usize {
    return std.mem.countScalar(u8, text, c);
}

test "mem count scalar" {
    try std.testing.expectEqual(2, count("hello", 'l'));
}
