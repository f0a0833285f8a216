const std = @import("std");

fn find(text: []const u8, values: []const u8) ?usize {
    return std.mem.indexOfNone(u8, text, values);
}

test "mem index of none" {
    try std.testing.expectEqual(2, find("hello", "he"));
    try std.testing.expectEqual(null, find("hello", "helo"));
}
