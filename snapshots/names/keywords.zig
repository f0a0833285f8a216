//! Names that Rust keeps for itself, and names that are no identifiers.
const std = @import("std");
const expect = std.testing.expect;

const Token = enum { @"fn", @"struct", match, self, Self, @"a b", @"1st" };

const Entry = struct {
    type: Token,
    ref: ?*const Entry = null,
    @"content-type": []const u8,

    fn move(entry: Entry) []const u8 {
        return entry.@"content-type";
    }
};

fn match(where: []const u8, in: u8) ?usize {
    for (where, 0..) |byte, index| {
        if (byte == in) return index;
    }
    return null;
}

fn @"is it?"(yield: bool, @"and then": bool) bool {
    const loop = yield;
    const @"type" = @"and then";
    return loop and @"type";
}

const Failure = error{ @"out of paper", @"try", Self };

fn fail(dyn: u8) Failure!void {
    return switch (dyn) {
        0 => {},
        1 => error.@"out of paper",
        2 => error.@"try",
        else => error.Self,
    };
}

test "keywords" {
    const entry: Entry = .{ .type = .match, .@"content-type" = "text" };
    const next: Entry = .{ .type = .@"fn", .ref = &entry, .@"content-type" = "html" };
    try expect(next.ref.?.type == .match);
    try std.testing.expectEqualStrings("html", next.move());
    try expect(match("abc", 'c') == 2);
    try expect(@"is it?"(true, true));
    try std.testing.expectError(error.Self, fail(3));
    try std.testing.expectError(error.@"try", fail(2));
    try fail(0);
}

test "spelt as in Zig" {
    var token: Token = .@"fn";
    try std.testing.expectEqualStrings("fn", @tagName(token));
    token = .@"a b";
    try std.testing.expectEqualStrings("a b", @tagName(token));
    fail(1) catch |err| try std.testing.expectEqualStrings("out of paper", @errorName(err));
}
