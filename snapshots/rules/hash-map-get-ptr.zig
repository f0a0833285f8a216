const std = @import("std");

test "hash map get ptr" {
    var map = std.AutoHashMap(u32, u8).init(std.testing.allocator);
    defer map.deinit();
    try map.put(1, 10);
    if (map.getPtr(1)) |value| value.* += 1;
    try std.testing.expectEqual(11, map.get(1));
}
