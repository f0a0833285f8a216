const std = @import("std");

test "array list items" {
    const gpa = std.testing.allocator;
    var list: std.ArrayList(u32) = .empty;
    defer list.deinit(gpa);
    try list.appendSlice(gpa, &.{ 1, 2, 3 });
    list.items[0] = 7;
    list.items.len -= 1;
    try std.testing.expectEqualSlices(u32, &.{ 7, 2 }, list.items);
}
