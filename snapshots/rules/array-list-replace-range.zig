const std = @import("std");

test "array list replace range" {
    const gpa = std.testing.allocator;
    var list: std.ArrayList(u32) = .empty;
    defer list.deinit(gpa);
    try list.appendSlice(gpa, &.{ 1, 2, 3 });
    try list.replaceRange(gpa, 0, 2, &.{9});
    try std.testing.expectEqualSlices(u32, &.{ 9, 3 }, list.items);
}
