const std = @import("std");

test "ascii alloc lower string" {
    const text = try std.ascii.allocLowerString(std.testing.allocator, "Hello");
    defer std.testing.allocator.free(text);
    try std.testing.expectEqualStrings("hello", text);
}
