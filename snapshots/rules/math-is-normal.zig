const std = @import("std");

fn check(x: f64) bool {
    return std.math.isNormal(x);
}

test "math is normal" {
    try std.testing.expect(check(1));
    try std.testing.expect(!check(0));
}
