const std = @import("std");

fn check(x: f64) bool {
    return std.math.isInf(x);
}

test "math is inf" {
    try std.testing.expect(check(-std.math.inf(f64)));
    try std.testing.expect(!check(1));
}
