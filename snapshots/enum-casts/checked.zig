//! Enums and numbers: a number that is no tag traps.
const std = @import("std");
const expect = std.testing.expect;

const Level = enum(u8) { low = 1, middle = 5, high = 9 };

const Suit = enum { clubs, diamonds, hearts, spades };

const Signal = enum(u8) { start = 1, stop = 2, _ };

fn level(raw: u8) Level {
    return @enumFromInt(raw);
}

fn next(suit: Suit) Suit {
    return @enumFromInt(@intFromEnum(suit) + 1);
}

fn signal(raw: u8) Signal {
    return @enumFromInt(raw);
}

fn weight(of: Level) u32 {
    return @as(u32, @intFromEnum(of)) * 10;
}

test "checked" {
    try expect(level(5) == .middle and weight(level(9)) == 90);
    try expect(next(.clubs) == .diamonds and next(.hearts) == .spades);
    try expect(signal(2) == .stop and @intFromEnum(signal(7)) == 7);
    const chosen: u8 = @intFromBool(level(1) == .low);
    try expect(chosen == 1);
}
