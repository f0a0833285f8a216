const std = @import("std");

fn compute(a: u8, b: u8) error{Overflow}!u8 {
    return std.math.sub(u8, a, b);
}

test "math sub" {
    try std.testing.expectEqual(2, try compute(5, 3));
    try std.testing.expectError(error.Overflow, compute(3, 5));
}
