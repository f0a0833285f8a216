const std = @import("std");

test "array list from owned slice" {
    const gpa = std.testing.allocator;
    const memory = try gpa.dupe(u32, &.{ 1, 2 });
    var list = std.ArrayList(u32).fromOwnedSlice(memory);
    defer list.deinit(gpa);
    try list.append(gpa, 3);
    try std.testing.expectEqualSlices(u32, &.{ 1, 2, 3 }, list.items);
}
