const std = @import("std");

fn find(text: []const u8, values: []const u8) ?usize {
    return std.mem.indexOfAny(u8, text, values);
}

test "mem index of any" {
    try std.testing.expectEqual(2, find("hello", "ol"));
    try std.testing.expectEqual(null, find("hello", "x"));
}
