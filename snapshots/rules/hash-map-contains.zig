const std = @import("std");

test "hash map contains" {
    var map = std.AutoHashMap(u32, u8).init(std.testing.allocator);
    defer map.deinit();
    try map.put(1, 10);
    try std.testing.expect(map.contains(1));
    try std.testing.expect(!map.contains(2));
}
