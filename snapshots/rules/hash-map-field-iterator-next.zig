const std = @import("std");

test "hash map field iterator next" {
    var map = std.AutoHashMap(u32, u8).init(std.testing.allocator);
    defer map.deinit();
    try map.put(1, 10);
    var sum: u32 = 0;
    var it = map.keyIterator();
    while (it.next()) |key| sum += key.*;
    try std.testing.expectEqual(1, sum);
}
