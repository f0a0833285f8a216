//! Names that are one in Rust's spelling: the second gets a suffix.
const std = @import("std");
const expect = std.testing.expect;

fn readAll() u8 {
    return 1;
}

fn read_all() u8 {
    return 2;
}

const limit = 10;
const LIMIT = 20;

fn within(n: u8) bool {
    return n > limit and n < LIMIT;
}

const Mode = enum { on, On, oN };

const Pair = struct {
    leftSide: u8,
    left_side: u8,
};

const pair = struct {
    value: u16,
};

test "collisions" {
    const both: Pair = .{ .leftSide = readAll(), .left_side = read_all() };
    try expect(both.leftSide == 1 and both.left_side == 2);
    try expect(within(15) and !within(8));
    var someMode: Mode = .On;
    var some_mode: Mode = .oN;
    try expect(someMode != some_mode and someMode != .on);
    try std.testing.expectEqualStrings("oN", @tagName(some_mode));
    some_mode = .on;
    someMode = some_mode;
    try std.testing.expectEqualStrings("on", @tagName(someMode));
    var single: pair = .{ .value = 7 };
    single.value += 1;
    try expect(single.value == 8);
}
