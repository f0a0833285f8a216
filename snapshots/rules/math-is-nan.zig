const std = @import("std");

fn check(x: f64) bool {
    return std.math.isNan(x);
}

test "math is nan" {
    try std.testing.expect(check(std.math.nan(f64)));
    try std.testing.expect(!check(1));
}
