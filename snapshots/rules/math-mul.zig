const std = @import("std");

fn compute(a: u8, b: u8) error{Overflow}!u8 {
    return std.math.mul(u8, a, b);
}

test "math mul" {
    try std.testing.expectEqual(60, try compute(20, 3));
    try std.testing.expectError(error.Overflow, compute(20, 20));
}
