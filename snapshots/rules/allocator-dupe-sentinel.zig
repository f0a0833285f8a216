const std = @import("std");

fn copy(gpa: std.mem.Allocator, text: []const u8) ![:0]u8 {
    return gpa.dupeZ(u8, text);
}

test "allocator dupe sentinel" {
    const text = try copy(std.testing.allocator, "abc");
    defer std.testing.allocator.free(text);
    text[0] = 'x';
    try std.testing.expectEqualStrings("xbc", text);
    try std.testing.expectEqual(@as(u8, 0), text[text.len]);
}
