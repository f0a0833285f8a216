const std = @import("std");

fn find(text: []const u8, values: []const u8) ?usize {
    return std.mem.lastIndexOfAny(u8, text, values);
}

test "mem last index of any" {
    try std.testing.expectEqual(3, find("hello", "el"));
    try std.testing.expectEqual(null, find("hello", "x"));
}
