const std = @import("std");

fn check(n: u32) error{ Zero, Odd }!u32 {
    if (n == 0) return error.Zero;
    return if (n % 2 == 1) error.Odd else n;
}

test "testing expect error" {
    try std.testing.expectError(error.Odd, check(3));
    try std.testing.expectError(error.Zero, check(0));
}
