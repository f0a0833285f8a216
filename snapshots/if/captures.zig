//! `if` with captures: optionals, error unions, payloads changed in place.
const std = @import("std");

const Reading = struct { value: i32, valid: bool };

fn parseDigit(c: u8) error{NotADigit}!u8 {
    if (c < '0' or c > '9') return error.NotADigit;
    return c - '0';
}

fn describe(maybe: ?Reading) i32 {
    if (maybe) |reading| {
        if (!reading.valid) return -1;
        return reading.value;
    }
    return 0;
}

fn digitOr(c: u8, fallback: u8) u8 {
    if (parseDigit(c)) |digit| {
        return digit;
    } else |err| {
        std.debug.assert(err == error.NotADigit);
        return fallback;
    }
}

fn bump(slot: *?u32) void {
    if (slot.*) |*value| {
        value.* += 1;
    } else {
        slot.* = 0;
    }
}

fn sign(n: i64) i2 {
    return if (n < 0) -1 else if (n > 0) 1 else 0;
}

test "captures" {
    try std.testing.expectEqual(@as(i32, 7), describe(.{ .value = 7, .valid = true }));
    try std.testing.expectEqual(@as(i32, -1), describe(.{ .value = 7, .valid = false }));
    try std.testing.expectEqual(@as(i32, 0), describe(null));
    try std.testing.expectEqual(@as(u8, 4), digitOr('4', 9));
    try std.testing.expectEqual(@as(u8, 9), digitOr('x', 9));
}

test "captures by pointer" {
    var slot: ?u32 = null;
    bump(&slot);
    bump(&slot);
    try std.testing.expectEqual(@as(?u32, 1), slot);
    var failing: error{Broken}!u32 = 5;
    if (failing) |*value| value.* *= 2 else |_| {}
    try std.testing.expectEqual(@as(u32, 10), try failing);
    try std.testing.expectEqual(@as(i2, -1), sign(-40));
}
