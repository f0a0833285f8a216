//! A union without a tag has one in Rust, privately; an `extern union` is one.
const std = @import("std");
const expect = std.testing.expect;

const Slot = union {
    index: u32,
    name: []const u8,
    empty: void,

    fn next(self: *Slot) void {
        self.index += 1;
    }
};

const Word = extern union {
    whole: u32,
    bytes: [4]u8,
    real: f32,
};

fn lowest(word: Word) u8 {
    return word.bytes[0];
}

test "bare" {
    var slot: Slot = .{ .index = 4 };
    slot.next();
    try expect(slot.index == 5);
    slot = .{ .name = "five" };
    try std.testing.expectEqualStrings("five", slot.name);
    slot.name = "six";
    try expect(slot.name.len == 3);
    slot = .{ .empty = {} };
    try expect(@TypeOf(slot.empty) == void);
}

test "extern" {
    var word: Word = .{ .whole = 0x01020304 };
    try expect(lowest(word) == 4);
    word.bytes[0] = 0xff;
    try expect(word.whole == 0x010203ff);
    word.real = 1;
    try expect(word.whole == 0x3f800000);
}
