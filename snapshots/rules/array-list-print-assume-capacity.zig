const std = @import("std");

test "array list print assume capacity" {
    const allocator = std.testing.allocator;
    var list: std.ArrayList(u8) = .empty;
    defer list.deinit(allocator);
    try list.ensureUnusedCapacity(allocator, 16);
    list.printAssumeCapacity("{d}", .{42});
    try std.testing.expectEqualStrings("42", list.items);
}
