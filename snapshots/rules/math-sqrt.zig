const std = @import("std");

fn length(x: f64, y: f64) f64 {
    return std.math.sqrt(x * x + y * y);
}

test "math sqrt" {
    try std.testing.expectEqual(5, length(3, 4));
}
