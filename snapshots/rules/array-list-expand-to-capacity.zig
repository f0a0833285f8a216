const std = @import("std");

test "array list expand to capacity" {
    const gpa = std.testing.allocator;
    var list: std.ArrayList(u32) = .empty;
    defer list.deinit(gpa);
    try list.appendSlice(gpa, &.{ 1, 2, 3 });
    list.expandToCapacity();
    try std.testing.expectEqual(list.capacity, list.items.len);
}
