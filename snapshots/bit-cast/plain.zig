//! The same bits as another type.
const std = @import("std");
const expect = std.testing.expect;

const Pixel = extern struct { red: u8, green: u8, blue: u8, alpha: u8 };

fn isNegative(value: f64) bool {
    return @as(u64, @bitCast(value)) >> 63 != 0;
}

fn fromBits(bits: u32) f32 {
    return @bitCast(bits);
}

fn unsigned(value: i16) u16 {
    return @bitCast(value);
}

fn word(colour: Pixel) u32 {
    return @bitCast(colour);
}

fn pixel(bytes: [4]u8) Pixel {
    return @bitCast(bytes);
}

fn halves(value: u64) [2]u32 {
    return @bitCast(value);
}

test "plain" {
    try expect(isNegative(-0.0) and !isNegative(1));
    try expect(fromBits(0x3fc00000) == 1.5);
    try expect(unsigned(-2) == 0xfffe);
    const orange: Pixel = .{ .red = 0xff, .green = 0x80, .blue = 0, .alpha = 0xff };
    try expect(word(orange) == 0xff0080ff);
    try expect(pixel(.{ 1, 2, 3, 4 }).blue == 3);
    try expect(halves(1 << 32)[1] == 1);
}
