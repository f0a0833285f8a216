const std = @import("std");

test "hash map put assume capacity" {
    var map = std.AutoHashMap(u32, u8).init(std.testing.allocator);
    defer map.deinit();
    try map.put(1, 10);
    try map.ensureUnusedCapacity(1);
    map.putAssumeCapacity(2, 20);
    try std.testing.expectEqual(20, map.get(2));
}
