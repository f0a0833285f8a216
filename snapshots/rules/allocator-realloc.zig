const std = @import("std");

test "allocator realloc" {
    const gpa = std.testing.allocator;
    var items = try gpa.alloc(u32, 1);
    items[0] = 7;
    items = try gpa.realloc(items, 3);
    defer gpa.free(items);
    try std.testing.expectEqual(3, items.len);
    try std.testing.expectEqual(7, items[0]);
}
