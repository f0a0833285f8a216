const std = @import("std");

fn check(allocator: std.mem.Allocator, letter: u8, count: usize) !void {
    const text = try allocator.alloc(u8, count);
    defer allocator.free(text);
    @memset(text, letter);
    try std.testing.expect(std.mem.allEqual(u8, text, letter));
}

test "testing check all allocation failures" {
    try std.testing.checkAllAllocationFailures(std.testing.allocator, check, .{ 'a', 3 });
}
