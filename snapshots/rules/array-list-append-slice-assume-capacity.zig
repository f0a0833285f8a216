const std = @import("std");

test "array list append slice assume capacity" {
    const gpa = std.testing.allocator;
    var list: std.ArrayList(u32) = .empty;
    defer list.deinit(gpa);
    try list.appendSlice(gpa, &.{ 1, 2, 3 });
    try list.ensureUnusedCapacity(gpa, 2);
    list.appendSliceAssumeCapacity(&.{ 4, 5 });
    try std.testing.expectEqualSlices(u32, &.{ 1, 2, 3, 4, 5 }, list.items);
}
