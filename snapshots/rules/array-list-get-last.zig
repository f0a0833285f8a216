const std = @import("std");

test "array list get last" {
    const gpa = std.testing.allocator;
    var list: std.ArrayList(u32) = .empty;
    defer list.deinit(gpa);
    try list.appendSlice(gpa, &.{ 1, 2, 3 });
    try std.testing.expectEqual(3, list.getLast());
}
