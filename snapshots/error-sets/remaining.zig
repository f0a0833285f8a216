//! What remains of a set after some errors are handled, and casts between sets.
const std = @import("std");
const expect = std.testing.expect;

const Wide = error{ Busy, Closed, Full, Lost };
const Narrow = error{ Full, Lost };

fn attempt(n: u8) Wide!u8 {
    return switch (n) {
        0 => error.Busy,
        1 => error.Closed,
        2 => error.Full,
        3 => error.Lost,
        else => n,
    };
}

fn retried(n: u8) Narrow!u8 {
    return attempt(n) catch |err| switch (err) {
        error.Busy => 100,
        error.Closed => 101,
        else => |rest| return rest,
    };
}

fn narrowed(err: Wide) Narrow {
    return @errorCast(err);
}

fn cast(n: u8) Narrow!u8 {
    return @errorCast(attempt(n));
}

test "remaining" {
    try expect(try retried(0) == 100);
    try expect(try retried(1) == 101);
    try expect(try retried(9) == 9);
    try std.testing.expectError(error.Full, retried(2));
    try std.testing.expectError(error.Lost, retried(3));
    try expect(narrowed(error.Full) == error.Full);
    try std.testing.expectError(error.Lost, cast(3));
    try expect(try cast(5) == 5);
}
