const std = @import("std");

test "allocator aligned alloc" {
    const allocator = std.testing.allocator;
    const memory = try allocator.alignedAlloc(u8, .@"16", 40);
    defer allocator.free(memory);
    memory[39] = 7;
    try std.testing.expectEqual(@as(u8, 7), memory[39]);
    try std.testing.expectEqual(@as(usize, 0), @intFromPtr(memory.ptr) % 16);
}
