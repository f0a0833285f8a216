//! Enums, with values, methods and an open end.
const std = @import("std");
const expect = std.testing.expect;

const Direction = enum {
    north,
    east,
    south,
    west,

    const first: Direction = .north;

    fn right(self: Direction) Direction {
        return switch (self) {
            .north => .east,
            .east => .south,
            .south => .west,
            .west => .north,
        };
    }
};

const Status = enum(u16) { ok = 200, not_found = 404, teapot = 418 };

const Small = enum(i3) { below = -1, zero, above };

/// More may come.
const Opcode = enum(u8) {
    nop = 0,
    jump = 0x10,
    call,
    _,

    fn isJump(self: Opcode) bool {
        return self == .jump or self == .call;
    }
};

fn decoded(byte: u8) Opcode {
    return @enumFromInt(byte);
}

fn describe(opcode: Opcode) []const u8 {
    return switch (opcode) {
        .nop => "nothing",
        .jump, .call => "a jump",
        _ => "unknown",
    };
}

test "enums" {
    try expect(Direction.first.right() == .east and Direction.right(.west) == .north);
    try expect(@intFromEnum(Status.not_found) == 404 and @intFromEnum(Small.below) == -1);
    var status: Status = .ok;
    try std.testing.expectEqualStrings("ok", @tagName(status));
    status = .teapot;
    try std.testing.expectEqualStrings("teapot", @tagName(status));
    try expect(@intFromEnum(Opcode.call) == 0x11);
    const unknown = decoded(0x77);
    try expect(@intFromEnum(unknown) == 0x77 and !unknown.isJump());
    try std.testing.expectEqualStrings("unknown", describe(unknown));
    try std.testing.expectEqualStrings("a jump", describe(.call));
    try expect(Opcode.jump.isJump());
}
