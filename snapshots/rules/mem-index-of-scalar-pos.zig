const std = @import("std");

fn find(text: []const u8, start: usize, c: u8) ?usize {
    return std.mem.indexOfScalarPos(u8, text, start, c);
}

test "mem index of scalar pos" {
    try std.testing.expectEqual(3, find("hello", 3, 'l'));
    try std.testing.expectEqual(null, find("hello", 9, 'l'));
}
