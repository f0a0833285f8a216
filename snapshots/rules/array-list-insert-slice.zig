const std = @import("std");

test "array list insert slice" {
    const gpa = std.testing.allocator;
    var list: std.ArrayList(u32) = .empty;
    defer list.deinit(gpa);
    try list.appendSlice(gpa, &.{ 1, 2, 3 });
    try list.insertSlice(gpa, 1, &.{ 8, 9 });
    try std.testing.expectEqualSlices(u32, &.{ 1, 8, 9, 2, 3 }, list.items);
}
