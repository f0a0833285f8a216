const std = @import("std");

test "hash map get entry" {
    var map = std.AutoHashMap(u32, u8).init(std.testing.allocator);
    defer map.deinit();
    try map.put(1, 10);
    if (map.getEntry(1)) |entry| entry.value_ptr.* = 12;
    try std.testing.expectEqual(12, map.get(1));
}
