//! Integers of other widths lie in the next one that Rust has, and keep to their own.
const std = @import("std");
const expect = std.testing.expect;

const Volume = u4;

fn louder(volume: Volume, by: Volume) Volume {
    return volume +| by;
}

fn around(hour: u5, by: u5) u5 {
    return (hour +% by) % 24;
}

/// One check at the end of the chain.
fn total(a: u21, b: u21, c: u21) u21 {
    return a + b * c;
}

/// One check before each operand of a difference.
fn difference(a: u21, b: u21, c: u21) u21 {
    return (a + b) - c;
}

/// Nothing to check: these only get smaller.
fn smaller(a: u12, b: u12) u12 {
    return a / b % 7;
}

fn quarter(a: u12) u12 {
    return a >> 2;
}

fn flipped(a: u6) u6 {
    return ~a;
}

fn name(level: u2) []const u8 {
    return switch (level) {
        0 => "off",
        1 => "low",
        2 => "mid",
        3 => "high",
    };
}

fn half(value: i7) i7 {
    return @divTrunc(value, 2);
}

test "checked" {
    try expect(louder(12, 9) == 15);
    try expect(around(20, 3) == 23);
    try expect(total(1, 2, 3) == 7);
    try expect(difference(10, 5, 12) == 3);
    try expect(smaller(4000, 30) == 133 % 7);
    try expect(quarter(4000) == 1000);
    try expect(flipped(0b101010) == 0b010101);
    try std.testing.expectEqualStrings("high", name(3));
    try expect(half(-64) == -32);
    var bit: u1 = 0;
    bit +%= 1;
    try expect(bit == 1);
    bit +%= 1;
    try expect(bit == 0);
    var wide: u65 = 1 << 64;
    wide -= 1;
    try expect(wide == std.math.maxInt(u64));
}
