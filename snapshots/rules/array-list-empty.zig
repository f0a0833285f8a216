const std = @import("std");

test "array list empty" {
    const list: std.ArrayList(u32) = .empty;
    try std.testing.expectEqual(0, list.items.len);
}
