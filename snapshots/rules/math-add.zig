const std = @import("std");

fn compute(a: u8, b: u8) error{Overflow}!u8 {
    return std.math.add(u8, a, b);
}

test "math add" {
    try std.testing.expectEqual(250, try compute(200, 50));
    try std.testing.expectError(error.Overflow, compute(200, 100));
}
