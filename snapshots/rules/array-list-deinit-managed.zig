const std = @import("std");

test "array list deinit managed" {
    var list = std.array_list.Managed(u32).init(std.testing.allocator);
    try list.append(1);
    try std.testing.expectEqual(1, list.items.len);
    list.deinit();
}
