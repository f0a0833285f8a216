const std = @import("std");

test "array list clear and free" {
    const gpa = std.testing.allocator;
    var list: std.ArrayList(u32) = .empty;
    defer list.deinit(gpa);
    try list.appendSlice(gpa, &.{ 1, 2, 3 });
    list.clearAndFree(gpa);
    try std.testing.expectEqual(0, list.items.len);
}
