const std = @import("std");

test "array hash map clear and free" {
    const gpa = std.testing.allocator;
    var map: std.AutoArrayHashMapUnmanaged(u32, u8) = .empty;
    defer map.deinit(gpa);
    try map.put(gpa, 3, 30);
    try map.put(gpa, 1, 10);
    try map.put(gpa, 2, 20);
    map.clearAndFree(gpa);
    try std.testing.expectEqual(0, map.count());
}
