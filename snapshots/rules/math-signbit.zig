const std = @import("std");

fn check(x: f64) bool {
    return std.math.signbit(x);
}

test "math signbit" {
    try std.testing.expect(check(-0.0));
    try std.testing.expect(!check(0));
}
