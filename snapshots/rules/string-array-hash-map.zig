const std = @import("std");

test "string array hash map" {
    const gpa = std.testing.allocator;
    var map: std.StringArrayHashMapUnmanaged(u8) = .empty;
    defer map.deinit(gpa);
    try map.put(gpa, "one", 1);
    try map.put(gpa, "two", 2);
    try std.testing.expectEqualStrings("two", map.keys()[1]);
    try std.testing.expectEqual(1, map.get("one").?);
}
