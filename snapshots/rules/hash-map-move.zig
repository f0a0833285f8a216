const std = @import("std");

test "hash map move" {
    var map = std.AutoHashMap(u32, u8).init(std.testing.allocator);
    defer map.deinit();
    try map.put(1, 10);
    var other = map.move();
    defer other.deinit();
    try std.testing.expectEqual(0, map.count());
    try std.testing.expectEqual(1, other.count());
}
