const std = @import("std");

test "ascii alloc upper string" {
    const text = try std.ascii.allocUpperString(std.testing.allocator, "Hello");
    defer std.testing.allocator.free(text);
    try std.testing.expectEqualStrings("HELLO", text);
}
