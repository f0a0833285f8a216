const std = @import("std");

test "array hash map fetch swap remove" {
    const gpa = std.testing.allocator;
    var map: std.AutoArrayHashMapUnmanaged(u32, u8) = .empty;
    defer map.deinit(gpa);
    try map.put(gpa, 3, 30);
    try map.put(gpa, 1, 10);
    try map.put(gpa, 2, 20);
    const removed = map.fetchSwapRemove(3).?;
    try std.testing.expectEqual(30, removed.value);
}
