const std = @import("std");

test "array hash map get or put index" {
    const gpa = std.testing.allocator;
    var map: std.AutoArrayHashMapUnmanaged(u32, u8) = .empty;
    defer map.deinit(gpa);
    try map.put(gpa, 3, 30);
    try map.put(gpa, 1, 10);
    try map.put(gpa, 2, 20);
    const entry = try map.getOrPut(gpa, 7);
    try std.testing.expectEqual(false, entry.found_existing);
    try std.testing.expectEqual(3, entry.index);
    try std.testing.expectEqual(7, entry.key_ptr.*);
    entry.value_ptr.* = 70;
    try std.testing.expectEqual(70, map.get(7).?);
}
