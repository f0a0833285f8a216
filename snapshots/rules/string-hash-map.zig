const std = @import("std");

test "string hash map" {
    var map = std.StringHashMap(u32).init(std.testing.allocator);
    defer map.deinit();
    try map.put("one", 1);
    try std.testing.expectEqual(1, map.get("one"));
}
