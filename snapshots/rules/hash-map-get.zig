const std = @import("std");

test "hash map get" {
    var map = std.AutoHashMap(u32, u8).init(std.testing.allocator);
    defer map.deinit();
    try map.put(1, 10);
    try std.testing.expectEqual(10, map.get(1));
    try std.testing.expectEqual(null, map.get(2));
}
