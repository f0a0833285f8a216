const std = @import("std");

test "array list init" {
    var list = std.array_list.Managed(u32).init(std.testing.allocator);
    defer list.deinit();
    try list.append(1);
    try std.testing.expectEqual(1, list.items.len);
}
