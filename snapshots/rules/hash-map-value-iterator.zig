const std = @import("std");

test "hash map value iterator" {
    var map = std.AutoHashMap(u32, u8).init(std.testing.allocator);
    defer map.deinit();
    try map.put(1, 10);
    var it = map.valueIterator();
    while (it.next()) |value| value.* += 1;
    try std.testing.expectEqual(11, map.get(1));
}
