const std = @import("std");

fn third(x: f64) f64 {
    return x / 3;
}

test "testing expect approx eq rel" {
    try std.testing.expectApproxEqRel(0.333, third(1), 0.01);
}
