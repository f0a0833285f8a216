const std = @import("std");

test "hash map clear retaining capacity" {
    var map = std.AutoHashMap(u32, u8).init(std.testing.allocator);
    defer map.deinit();
    try map.put(1, 10);
    map.clearRetainingCapacity();
    try std.testing.expectEqual(0, map.count());
}
