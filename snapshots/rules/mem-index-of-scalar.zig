const std = @import("std");

fn find(text: []const u8, c: u8) ?usize {
    return std.mem.indexOfScalar(u8, text, c);
}

test "mem index of scalar" {
    try std.testing.expectEqual(2, find("hello", 'l'));
    try std.testing.expectEqual(null, find("hello", 'x'));
}
