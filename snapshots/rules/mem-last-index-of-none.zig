const std = @import("std");

fn find(text: []const u8, values: []const u8) ?usize {
    return std.mem.lastIndexOfNone(u8, text, values);
}

test "mem last index of none" {
    try std.testing.expectEqual(1, find("hello", "lo"));
    try std.testing.expectEqual(null, find("hello", "helo"));
}
