const std = @import("std");

fn find(text: []const u8, c: u8) ?usize {
    return std.mem.lastIndexOfScalar(u8, text, c);
}

test "mem last index of scalar" {
    try std.testing.expectEqual(3, find("hello", 'l'));
    try std.testing.expectEqual(null, find("hello", 'x'));
}
