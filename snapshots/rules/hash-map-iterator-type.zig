const std = @import("std");

test "hash map iterator type" {
    var map = std.AutoHashMap(u32, u8).init(std.testing.allocator);
    defer map.deinit();
    try map.put(1, 10);
    var sum: u32 = 0;
    var it = map.iterator();
    while (it.next()) |entry| sum += entry.key_ptr.* + entry.value_ptr.*;
    try std.testing.expectEqual(11, sum);
}
