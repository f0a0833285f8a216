//! Bytes read as another type need no alignment.
const std = @import("std");
const expect = std.testing.expect;

fn wordAt(bytes: []const u8, offset: usize) u32 {
    const word: *align(1) const u32 = @ptrCast(&bytes[offset]);
    return word.*;
}

fn store(bytes: []u8, offset: usize, value: u16) void {
    const target: *align(1) u16 = @ptrCast(&bytes[offset]);
    target.* = value;
}

const Record = extern struct { tag: u8, count: u32 align(1) };

fn record(bytes: *const [5]u8) Record {
    return @bitCast(bytes.*);
}

fn words(bytes: []const u8) []align(1) const u16 {
    return std.mem.bytesAsSlice(u16, bytes);
}

fn big(bytes: *const [4]u8) u32 {
    return std.mem.readInt(u32, bytes, .big);
}

test "words in bytes" {
    var bytes = [_]u8{ 0, 1, 2, 3, 4, 5 };
    try expect(wordAt(&bytes, 1) == 0x04030201);
    store(&bytes, 3, 0xbbaa);
    try expect(bytes[3] == 0xaa and bytes[4] == 0xbb);
    try expect(record(bytes[1..6]).count == 0x05bbaa02);
    try expect(words(bytes[0..4])[1] == 0xaa02);
    try expect(big(bytes[0..4]) == 0x000102aa);
}
