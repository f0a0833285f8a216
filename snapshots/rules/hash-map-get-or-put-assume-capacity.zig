const std = @import("std");

test "hash map get or put assume capacity" {
    var map = std.AutoHashMap(u32, u8).init(std.testing.allocator);
    defer map.deinit();
    try map.put(1, 10);
    try map.ensureUnusedCapacity(1);
    const slot = map.getOrPutAssumeCapacity(2);
    slot.value_ptr.* = 5;
    try std.testing.expectEqual(5, map.get(2));
}
