//! `catch` in its forms.
const std = @import("std");

const Failure = error{ Empty, TooLong, NotANumber };

fn parse(text: []const u8) Failure!u32 {
    if (text.len == 0) return error.Empty;
    if (text.len > 4) return error.TooLong;
    var value: u32 = 0;
    for (text) |c| {
        const digit = digitOf(c) catch return error.NotANumber;
        value = value * 10 + digit;
    }
    return value;
}

fn digitOf(c: u8) !u8 {
    return switch (c) {
        '0'...'9' => c - '0',
        else => error.NoDigit,
    };
}

fn parseOr(text: []const u8, fallback: u32) u32 {
    return parse(text) catch fallback;
}

fn explain(text: []const u8) []const u8 {
    _ = parse(text) catch |err| return switch (err) {
        error.Empty => "empty",
        error.TooLong => "too long",
        error.NotANumber => "no number",
    };
    return "fine";
}

fn parseKnown(text: []const u8) u32 {
    return parse(text) catch unreachable;
}

fn parsePrefix(text: []const u8) error{Empty}!u32 {
    return parse(text) catch |err| switch (err) {
        error.Empty => |e| return e,
        else => 0,
    };
}

/// Some errors are handled, the others are handed on as they are.
fn parseOptional(text: []const u8) error{ TooLong, NotANumber }!?u32 {
    return parse(text) catch |err| switch (err) {
        error.Empty => null,
        else => |e| return e,
    };
}

fn lengthIfFits(text: []const u8) Failure!usize {
    const value = parse(text) catch |err| switch (err) {
        error.TooLong => return text.len,
        else => |e| return e,
    };
    std.debug.assert(value < 10000);
    return text.len;
}

fn tryAll(texts: []const []const u8) u32 {
    var sum: u32 = 0;
    for (texts) |text| {
        sum += parse(text) catch |err| {
            std.debug.print("skipped: {s}\n", .{@errorName(err)});
            continue;
        };
    }
    return sum;
}

test "catch" {
    try std.testing.expectEqual(@as(u32, 7), parseOr("7", 1));
    try std.testing.expectEqual(@as(u32, 1), parseOr("x", 1));
    try std.testing.expectEqualStrings("too long", explain("123456"));
    try std.testing.expectEqualStrings("fine", explain("12"));
    try std.testing.expectEqual(@as(u32, 42), parseKnown("42"));
    try std.testing.expectError(error.Empty, parsePrefix(""));
    try std.testing.expectEqual(@as(u32, 0), try parsePrefix("abc"));
    try std.testing.expectEqual(@as(?u32, null), try parseOptional(""));
    try std.testing.expectError(error.NotANumber, parseOptional("x"));
    try std.testing.expectEqual(@as(usize, 5), try lengthIfFits("12345"));
    try std.testing.expectError(error.NotANumber, lengthIfFits("x"));
    try std.testing.expectEqual(@as(u32, 5), tryAll(&.{ "2", "", "3" }));
}
