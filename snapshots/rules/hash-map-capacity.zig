const std = @import("std");

test "hash map capacity" {
    var map = std.AutoHashMap(u32, u8).init(std.testing.allocator);
    defer map.deinit();
    try map.put(1, 10);
    try std.testing.expect(map.capacity() >= 1);
}
