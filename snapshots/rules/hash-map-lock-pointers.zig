const std = @import("std");

test "hash map lock pointers" {
    var map = std.AutoHashMap(u32, u8).init(std.testing.allocator);
    defer map.deinit();
    try map.put(1, 10);
    map.lockPointers();
    map.unlockPointers();
    try std.testing.expectEqual(1, map.count());
}
