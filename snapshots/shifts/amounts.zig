//! Shifts, whose amounts Zig checks by their type.
const std = @import("std");
const expect = std.testing.expect;

fn bit(index: u5) u32 {
    return @as(u32, 1) << index;
}

fn highByte(value: u32) u8 {
    return @truncate(value >> 24);
}

fn arithmetic(value: i16, by: u4) i16 {
    return value >> by;
}

fn times(value: u16, by: u4) u16 {
    return @shlExact(value, by);
}

fn parts(value: u16, by: u4) u16 {
    return @shrExact(value, by);
}

fn saturated(value: u8, by: u3) u8 {
    return value <<| by;
}

fn rotated(value: u32, by: u5) u32 {
    return std.math.rotl(u32, value, by);
}

fn oddWidth(value: u24, by: u5) u24 {
    return value << by >> 1;
}

test "amounts" {
    try expect(bit(31) == 0x8000_0000 and bit(0) == 1);
    try expect(highByte(0x12345678) == 0x12);
    try expect(arithmetic(-16, 2) == -4);
    try expect(times(3, 4) == 48 and parts(48, 4) == 3);
    try expect(saturated(0x81, 1) == 255 and saturated(3, 2) == 12);
    try expect(rotated(0x8000_0001, 4) == 0x18);
    try expect(oddWidth(0xffffff, 4) == 0x7ffff8);
    var mask: u64 = 0;
    for ([_]u6{ 1, 5, 63 }) |index| mask |= @as(u64, 1) << index;
    try expect(@popCount(mask) == 3);
    mask >>= 60;
    try expect(mask == 8);
    const position: usize = 3;
    try expect(@as(u8, 1) << @intCast(position) == 8);
}
