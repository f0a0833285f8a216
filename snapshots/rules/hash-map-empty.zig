const std = @import("std");

test "hash map empty" {
    const gpa = std.testing.allocator;
    var map: std.AutoHashMapUnmanaged(u32, u8) = .empty;
    defer map.deinit(gpa);
    try map.put(gpa, 1, 2);
    try std.testing.expectEqual(2, map.get(1));
}
