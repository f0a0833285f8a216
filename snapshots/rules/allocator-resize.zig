const std = @import("std");

test "allocator resize" {
    const gpa = std.testing.allocator;
    const items = try gpa.alloc(u32, 1);
    defer gpa.free(items);
    if (gpa.resize(items, 1)) {
        try std.testing.expectEqual(1, items.len);
    }
}
