//! `f80` and `f128`, which Rust does not have: the runtime's, rounded as Zig rounds them.
const std = @import("std");
const expect = std.testing.expect;

fn third(value: f128) f128 {
    return value / 3;
}

fn doubled(value: f80) f80 {
    return value * 2 + 0.5;
}

fn rest(value: f128) f64 {
    return @floatCast(value - @as(f64, @floatCast(value)));
}

test "wide" {
    try expect(third(3) == 1);
    try expect(doubled(0.5) == 1.5);
    // A third has more digits than a double holds.
    try expect(rest(third(1)) != 0);
    var sum: f128 = 0;
    for (0..10) |_| sum += third(1);
    try expect(sum > 3.33 and sum < 3.34);
}
