//! `unreachable`, `@panic`, `assert`.
const std = @import("std");
const assert = std.debug.assert;

const Direction = enum { north, east, south, west };

fn turn(direction: Direction, quarter: u8) Direction {
    assert(quarter < 4);
    return switch ((@as(u8, @intFromEnum(direction)) + quarter) % 4) {
        0 => .north,
        1 => .east,
        2 => .south,
        3 => .west,
        else => unreachable,
    };
}

fn take(counter: *u8) bool {
    if (counter.* == 0) @panic("nothing left");
    counter.* -= 1;
    return true;
}

fn drain(counter: *u8) void {
    // The argument has an effect: it is evaluated in every build.
    while (counter.* > 0) assert(take(counter));
}

test "asserted" {
    try std.testing.expectEqual(Direction.north, turn(.west, 1));
    var counter: u8 = 3;
    drain(&counter);
    try std.testing.expectEqual(@as(u8, 0), counter);
}
