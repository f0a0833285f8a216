const std = @import("std");

test "array list append n times" {
    const gpa = std.testing.allocator;
    var list: std.ArrayList(u32) = .empty;
    defer list.deinit(gpa);
    try list.appendSlice(gpa, &.{ 1, 2, 3 });
    try list.appendNTimes(gpa, 9, 2);
    try std.testing.expectEqualSlices(u32, &.{ 1, 2, 3, 9, 9 }, list.items);
}
