const std = @import("std");

test "hash map get key ptr" {
    var map = std.AutoHashMap(u32, u8).init(std.testing.allocator);
    defer map.deinit();
    try map.put(1, 10);
    const key = map.getKeyPtr(1).?;
    try std.testing.expectEqual(1, key.*);
}
