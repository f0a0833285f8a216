const std = @import("std");

fn copy(gpa: std.mem.Allocator, text: []const u8) ![]u8 {
    return gpa.dupe(u8, text);
}

test "allocator dupe" {
    const text = try copy(std.testing.allocator, "abc");
    defer std.testing.allocator.free(text);
    text[0] = 'x';
    try std.testing.expectEqualStrings("xbc", text);
}
