const std = @import("std");

test "array list to owned slice" {
    const gpa = std.testing.allocator;
    var list: std.ArrayList(u32) = .empty;
    defer list.deinit(gpa);
    try list.appendSlice(gpa, &.{ 1, 2, 3 });
    const owned = try list.toOwnedSlice(gpa);
    defer gpa.free(owned);
    try std.testing.expectEqual(3, owned.len);
    try std.testing.expectEqual(0, list.items.len);
}
