const std = @import("std");

test "array hash map keys" {
    const gpa = std.testing.allocator;
    var map: std.AutoArrayHashMapUnmanaged(u32, u8) = .empty;
    defer map.deinit(gpa);
    try map.put(gpa, 3, 30);
    try map.put(gpa, 1, 10);
    try map.put(gpa, 2, 20);
    var sum: u32 = 0;
    for (map.keys()) |key| sum += key;
    try std.testing.expectEqual(6, sum);
    try std.testing.expectEqual(3, map.keys()[0]);
}
