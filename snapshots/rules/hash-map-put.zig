const std = @import("std");

test "hash map put" {
    var map = std.AutoHashMap(u32, u8).init(std.testing.allocator);
    defer map.deinit();
    try map.put(1, 10);
    try map.put(1, 11);
    try std.testing.expectEqual(11, map.get(1));
}
