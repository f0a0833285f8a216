//! Casts between integers: those that may fail trap, the others cannot.
const std = @import("std");
const expect = std.testing.expect;

fn toByte(value: u32) u8 {
    return @intCast(value);
}

fn toSigned(value: u64) i64 {
    return @intCast(value);
}

fn toOdd(value: u32) u12 {
    return @intCast(value);
}

fn wider(value: u8) u32 {
    return value;
}

fn index(value: u32) usize {
    return value;
}

fn signedWider(value: u16) i32 {
    return value;
}

fn fromOdd(value: u5) u8 {
    return value;
}

fn lowBits(value: u32) u8 {
    return @truncate(value);
}

fn lowOdd(value: i32) i5 {
    return @truncate(value);
}

fn ascription(byte: u8) u16 {
    return @as(u16, byte) * 257;
}

fn mean(sum: u32, count: u8) f32 {
    return @as(f32, @floatFromInt(sum)) / @as(f32, @floatFromInt(count));
}

test "integers" {
    try expect(toByte(200) == 200 and toSigned(7) == 7 and toOdd(4095) == 4095);
    try expect(wider(255) == 255 and index(9) == 9 and signedWider(65535) == 65535 and fromOdd(31) == 31);
    try expect(lowBits(0x1234) == 0x34 and lowOdd(0x1f) == -1);
    try expect(ascription(255) == 65535);
    try expect(mean(7, 2) == 3.5);
    const bits: u32 = @bitCast(@as(i32, -1));
    try expect(bits == 0xffff_ffff);
    const items = [_]u8{ 1, 2, 3 };
    const last: u32 = 2;
    try expect(items[last] == 3);
    const letter: u8 = 'a' + @as(u8, @intCast(last));
    try expect(letter == 'c');
}
