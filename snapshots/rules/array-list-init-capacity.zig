const std = @import("std");

test "array list init capacity" {
    const gpa = std.testing.allocator;
    var list = try std.ArrayList(u32).initCapacity(gpa, 4);
    defer list.deinit(gpa);
    list.appendAssumeCapacity(1);
    try std.testing.expectEqual(1, list.items.len);
}
