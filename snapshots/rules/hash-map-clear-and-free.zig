const std = @import("std");

test "hash map clear and free" {
    var map = std.AutoHashMap(u32, u8).init(std.testing.allocator);
    defer map.deinit();
    try map.put(1, 10);
    map.clearAndFree();
    try std.testing.expectEqual(0, map.count());
}
