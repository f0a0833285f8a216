//! Names are spelt as Rust spells them; a run of capitals is one word.
const std = @import("std");
const expect = std.testing.expect;

const maxRetries = 3;
const HTTP_PORT: u16 = 8080;
const defaultName: []const u8 = "anonymous";

const colour_space = enum { sRGB, adobe_rgb, @"display-p3" };

const NetError = error{ TimedOut, no_route, EOF };

const URLParts = struct {
    hostName: []const u8,
    portNumber: u16 = HTTP_PORT,
    isTLS: bool = false,

    fn toURLLength(self: URLParts) usize {
        const schemeLength = "http://".len;
        return schemeLength + self.hostName.len;
    }

    fn isCSS(self: URLParts) bool {
        return std.mem.endsWith(u8, self.hostName, ".css");
    }
};

fn pair_of(comptime T: type) type {
    return struct { firstHalf: T, secondHalf: T };
}

fn parsePort(rawText: []const u8) NetError!u16 {
    if (rawText.len == 0) return error.EOF;
    if (rawText.len > maxRetries) return error.no_route;
    var portNumber: u16 = 0;
    for (rawText) |oneByte| portNumber = portNumber * 10 + (oneByte - '0');
    return portNumber;
}

fn addC(countOfC: c_int, more: c_uint) c_long {
    return countOfC + @as(c_long, more);
}

test "spelling" {
    const parts: URLParts = .{ .hostName = "main.css" };
    try expect(parts.toURLLength() == 15);
    try expect(parts.isCSS() and !parts.isTLS);
    try expect(parts.portNumber == 8080);
    try expect(defaultName.len == 9);
    const both: pair_of(u8) = .{ .firstHalf = 1, .secondHalf = 2 };
    try expect(both.firstHalf < both.secondHalf);
    try expect(try parsePort("80") == 80);
    try std.testing.expectError(error.EOF, parsePort(""));
    try std.testing.expectError(error.no_route, parsePort("12345"));
    try expect(addC(-4, 5) == 1);
}

test "tags keep their Zig names" {
    var space: colour_space = .sRGB;
    try std.testing.expectEqualStrings("sRGB", @tagName(space));
    space = .@"display-p3";
    try std.testing.expectEqualStrings("display-p3", @tagName(space));
    _ = parsePort("12345") catch |err| try std.testing.expectEqualStrings("no_route", @errorName(err));
}
