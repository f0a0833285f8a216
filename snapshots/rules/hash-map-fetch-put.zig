const std = @import("std");

test "hash map fetch put" {
    var map = std.AutoHashMap(u32, u8).init(std.testing.allocator);
    defer map.deinit();
    try map.put(1, 10);
    const old = try map.fetchPut(1, 11);
    try std.testing.expectEqual(10, old.?.value);
}
