const std = @import("std");

fn label(gpa: std.mem.Allocator, n: u32) ![:0]u8 {
    return std.fmt.allocPrintSentinel(gpa, "item {d}", .{n}, 0);
}

test "alloc print sentinel" {
    const text = try label(std.testing.allocator, 7);
    defer std.testing.allocator.free(text);
    try std.testing.expectEqualStrings("item 7", text);
}
