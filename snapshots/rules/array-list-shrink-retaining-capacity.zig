const std = @import("std");

test "array list shrink retaining capacity" {
    const gpa = std.testing.allocator;
    var list: std.ArrayList(u32) = .empty;
    defer list.deinit(gpa);
    try list.appendSlice(gpa, &.{ 1, 2, 3 });
    list.shrinkRetainingCapacity(2);
    try std.testing.expectEqualSlices(u32, &.{ 1, 2 }, list.items);
}
