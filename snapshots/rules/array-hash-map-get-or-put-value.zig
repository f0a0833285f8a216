const std = @import("std");

test "array hash map get or put value" {
    const gpa = std.testing.allocator;
    var map: std.AutoArrayHashMapUnmanaged(u32, u8) = .empty;
    defer map.deinit(gpa);
    try map.put(gpa, 3, 30);
    try map.put(gpa, 1, 10);
    try map.put(gpa, 2, 20);
    const entry = try map.getOrPutValue(gpa, 7, 70);
    entry.value_ptr.* += 1;
    try std.testing.expectEqual(71, map.get(7).?);
}
