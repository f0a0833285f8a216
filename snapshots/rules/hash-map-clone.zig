const std = @import("std");

test "hash map clone" {
    var map = std.AutoHashMap(u32, u8).init(std.testing.allocator);
    defer map.deinit();
    try map.put(1, 10);
    var copy = try map.clone();
    defer copy.deinit();
    try copy.put(1, 11);
    try std.testing.expectEqual(10, map.get(1));
}
