const std = @import("std");

test "array list insert assume capacity" {
    const gpa = std.testing.allocator;
    var list: std.ArrayList(u32) = .empty;
    defer list.deinit(gpa);
    try list.appendSlice(gpa, &.{ 1, 2, 3 });
    try list.ensureUnusedCapacity(gpa, 1);
    list.insertAssumeCapacity(0, 9);
    try std.testing.expectEqualSlices(u32, &.{ 9, 1, 2, 3 }, list.items);
}
