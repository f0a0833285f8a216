const std = @import("std");

fn fill(gpa: std.mem.Allocator, n: usize) ![]u8 {
    const bytes = try gpa.alloc(u8, n);
    @memset(bytes, 1);
    return bytes;
}

test "testing allocator" {
    const bytes = try fill(std.testing.allocator, 3);
    defer std.testing.allocator.free(bytes);
    try std.testing.expectEqual(3, bytes.len);
}
