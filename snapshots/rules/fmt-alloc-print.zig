const std = @import("std");

fn label(gpa: std.mem.Allocator, n: u32) ![]u8 {
    return std.fmt.allocPrint(gpa, "n{d}", .{n});
}

test "fmt alloc print" {
    const text = try label(std.testing.allocator, 12);
    defer std.testing.allocator.free(text);
    try std.testing.expectEqualStrings("n12", text);
}
