//! What is known at comptime stays what the author wrote, where it has a name in the Rust.
const std = @import("std");
const expect = std.testing.expect;

const Level = enum(u8) { low = 1, high = 9 };

const Flags = packed struct(u16) {
    ready: bool,
    mode: u3,
    level: u8,
    rest: i4,
};

test "elements and what is behind references" {
    const sizes: []const u16 = &.{ 3, 5, 8 };
    const first = &sizes[0];
    try expect(sizes[1] == 5);
    try expect(sizes.len == 3);
    try expect(first.* == 3);
}

test "builtins of named things" {
    const wide: u16 = 0x1234;
    const narrow: u8 = @truncate(wide);
    const sum = @addWithOverflow(narrow, 0xff);
    try expect(narrow == 0x34);
    try expect(sum[0] == 0x33);
    try expect(@intFromEnum(Level.high) == 9);
    const bytes: [2]u8 = @bitCast(wide);
    try expect(@as(u16, @bitCast(bytes)) == wide);
}

test "packed" {
    const flags: Flags = .{ .ready = true, .mode = 5, .level = 200, .rest = -2 };
    try expect(flags.mode == 5);
    try expect(flags.level == 200);
    try expect(flags.rest == -2);
}
