//! Error unions are `Result`s; where no error is possible they are the plain value.
const std = @import("std");
const expect = std.testing.expect;

const ParseError = error{ Empty, BadDigit, TooLarge };

fn digit(byte: u8) error{BadDigit}!u8 {
    if (byte < '0' or byte > '9') return error.BadDigit;
    return byte - '0';
}

fn number(text: []const u8) ParseError!u8 {
    if (text.len == 0) return error.Empty;
    var result: u16 = 0;
    for (text) |byte| {
        result = result * 10 + try digit(byte);
        if (result > 255) return error.TooLarge;
    }
    return @intCast(result);
}

/// Its set is empty.
fn doubled(value: u32) !u32 {
    return value * 2;
}

fn orZero(text: []const u8) u8 {
    return number(text) catch 0;
}

fn describe(text: []const u8) []const u8 {
    const value = number(text) catch |err| return switch (err) {
        error.Empty => "nothing",
        error.BadDigit => "no number",
        error.TooLarge => "too large",
    };
    return if (value == 0) "zero" else "a number";
}

fn both(a: []const u8, b: []const u8) !struct { u8, u8 } {
    return .{ try number(a), try number(b) };
}

test "results" {
    try expect(try number("42") == 42);
    try std.testing.expectError(error.TooLarge, number("256"));
    try std.testing.expectEqual(0, orZero("4x"));
    try std.testing.expectEqualStrings("nothing", describe(""));
    try std.testing.expectEqualStrings("too large", describe("999"));
    try std.testing.expectEqualStrings("a number", describe("9"));
    try expect(try doubled(4) == 8);
    const a, const b = try both("1", "2");
    try expect(a + b == 3);
    if (both("1", "")) |_| return error.Unexpected else |err| try expect(err == error.Empty);
}
