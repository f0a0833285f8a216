const std = @import("std");

test "array hash map values" {
    const gpa = std.testing.allocator;
    var map: std.AutoArrayHashMapUnmanaged(u32, u8) = .empty;
    defer map.deinit(gpa);
    try map.put(gpa, 3, 30);
    try map.put(gpa, 1, 10);
    try map.put(gpa, 2, 20);
    for (map.values()) |*value| value.* += 1;
    try std.testing.expectEqual(11, map.values()[1]);
}
