const std = @import("std");

test "hash map get or put value ptr" {
    var map = std.AutoHashMap(u32, u8).init(std.testing.allocator);
    defer map.deinit();
    try map.put(1, 10);
    const slot = try map.getOrPut(2);
    if (!slot.found_existing) slot.value_ptr.* = 5;
    try std.testing.expectEqual(5, map.get(2));
}
