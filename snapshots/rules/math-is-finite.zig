const std = @import("std");

fn check(x: f64) bool {
    return std.math.isFinite(x);
}

test "math is finite" {
    try std.testing.expect(check(1));
    try std.testing.expect(!check(std.math.inf(f64)));
}
