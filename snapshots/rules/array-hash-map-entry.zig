const std = @import("std");

test "array hash map entry" {
    const gpa = std.testing.allocator;
    var map: std.AutoArrayHashMapUnmanaged(u32, u8) = .empty;
    defer map.deinit(gpa);
    try map.put(gpa, 3, 30);
    try map.put(gpa, 1, 10);
    try map.put(gpa, 2, 20);
    var sum: u32 = 0;
    var entries = map.iterator();
    while (entries.next()) |entry| sum += entry.key_ptr.* * entry.value_ptr.*;
    try std.testing.expectEqual(140, sum);
}
