const std = @import("std");

test "hash map get or put value" {
    var map = std.AutoHashMap(u32, u8).init(std.testing.allocator);
    defer map.deinit();
    try map.put(1, 10);
    const entry = try map.getOrPutValue(2, 6);
    try std.testing.expectEqual(6, entry.value_ptr.*);
}
