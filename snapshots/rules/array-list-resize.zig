const std = @import("std");

test "array list resize" {
    const gpa = std.testing.allocator;
    var list: std.ArrayList(u32) = .empty;
    defer list.deinit(gpa);
    try list.appendSlice(gpa, &.{ 1, 2, 3 });
    try list.resize(gpa, 5);
    @memset(list.items[3..], 0);
    try std.testing.expectEqualSlices(u32, &.{ 1, 2, 3, 0, 0 }, list.items);
}
