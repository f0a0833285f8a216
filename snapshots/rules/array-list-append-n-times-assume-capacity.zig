const std = @import("std");

test "array list append n times assume capacity" {
    const gpa = std.testing.allocator;
    var list: std.ArrayList(u8) = try .initCapacity(gpa, 8);
    defer list.deinit(gpa);
    list.appendNTimesAssumeCapacity('x', 3);
    try std.testing.expectEqualStrings("xxx", list.items);
}
