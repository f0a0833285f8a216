//! `defer` and `errdefer`: what is done on the way out, in Zig's order.
const std = @import("std");

var log: [32]u8 = undefined;
var logged: usize = 0;

fn note(c: u8) void {
    log[logged] = c;
    logged += 1;
}

fn taken() []const u8 {
    defer logged = 0;
    return log[0..logged];
}

fn nested(early: bool) u8 {
    defer note('a');
    {
        defer note('b');
        note('1');
    }
    if (early) return 7;
    defer note('c');
    note('2');
    return 8;
}

const Failure = error{ First, Second };

fn guarded(fail_at: u8) Failure!u8 {
    note('[');
    defer note(']');
    errdefer note('!');
    if (fail_at == 1) return error.First;
    errdefer |err| note(@errorName(err)[0]);
    if (fail_at == 2) return error.Second;
    return 3;
}

fn step(n: u8) Failure!u8 {
    if (n == 3) return error.First;
    return n;
}

fn accumulate(limit: u8) Failure!u32 {
    var sum: u32 = 0;
    defer note('e');
    for (0..limit) |i| {
        defer note('.');
        if (i == 1) continue;
        if (i == 5) break;
        sum += try step(@intCast(i));
    }
    return sum;
}

test "defer" {
    try std.testing.expectEqual(@as(u8, 7), nested(true));
    try std.testing.expectEqualStrings("1ba", taken());
    try std.testing.expectEqual(@as(u8, 8), nested(false));
    try std.testing.expectEqualStrings("1b2ca", taken());
}

test "errdefer" {
    logged = 0;
    try std.testing.expectError(error.First, guarded(1));
    try std.testing.expectEqualStrings("[!]", taken());
    try std.testing.expectError(error.Second, guarded(2));
    try std.testing.expectEqualStrings("[S!]", taken());
    try std.testing.expectEqual(@as(u8, 3), try guarded(0));
    try std.testing.expectEqualStrings("[]", taken());
}

test "out of loops" {
    logged = 0;
    try std.testing.expectError(error.First, accumulate(9));
    try std.testing.expectEqualStrings("....e", taken());
    try std.testing.expectEqual(@as(u32, 2), try accumulate(3));
}
