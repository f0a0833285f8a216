const std = @import("std");

test "array list append" {
    const gpa = std.testing.allocator;
    var list: std.ArrayList(u32) = .empty;
    defer list.deinit(gpa);
    try list.appendSlice(gpa, &.{ 1, 2, 3 });
    try list.append(gpa, 4);
    try std.testing.expectEqualSlices(u32, &.{ 1, 2, 3, 4 }, list.items);
}
