const std = @import("std");

test "array list ensure total capacity precise" {
    const gpa = std.testing.allocator;
    var list: std.ArrayList(u32) = .empty;
    defer list.deinit(gpa);
    try list.appendSlice(gpa, &.{ 1, 2, 3 });
    try list.ensureTotalCapacityPrecise(gpa, 10);
    try std.testing.expect(list.capacity >= 10);
}
