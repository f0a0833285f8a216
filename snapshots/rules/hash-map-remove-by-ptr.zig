const std = @import("std");

test "hash map remove by ptr" {
    var map = std.AutoHashMap(u32, u8).init(std.testing.allocator);
    defer map.deinit();
    try map.put(1, 10);
    map.removeByPtr(map.getKeyPtr(1).?);
    try std.testing.expectEqual(0, map.count());
}
