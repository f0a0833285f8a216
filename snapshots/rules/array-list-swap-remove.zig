const std = @import("std");

test "array list swap remove" {
    const gpa = std.testing.allocator;
    var list: std.ArrayList(u32) = .empty;
    defer list.deinit(gpa);
    try list.appendSlice(gpa, &.{ 1, 2, 3 });
    try std.testing.expectEqual(1, list.swapRemove(0));
    try std.testing.expectEqualSlices(u32, &.{ 3, 2 }, list.items);
}
