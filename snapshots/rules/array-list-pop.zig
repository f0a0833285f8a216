const std = @import("std");

test "array list pop" {
    const gpa = std.testing.allocator;
    var list: std.ArrayList(u32) = .empty;
    defer list.deinit(gpa);
    try list.appendSlice(gpa, &.{ 1, 2, 3 });
    try std.testing.expectEqual(3, list.pop());
    while (list.pop()) |_| {}
    try std.testing.expectEqual(null, list.pop());
}
