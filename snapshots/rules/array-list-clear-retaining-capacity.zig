const std = @import("std");

test "array list clear retaining capacity" {
    const gpa = std.testing.allocator;
    var list: std.ArrayList(u32) = .empty;
    defer list.deinit(gpa);
    try list.appendSlice(gpa, &.{ 1, 2, 3 });
    list.clearRetainingCapacity();
    try std.testing.expectEqual(0, list.items.len);
}
