//! Builtins that Rust has as methods, at Zig's result types.
const std = @import("std");
const expect = std.testing.expect;

fn width(value: u32) u6 {
    return 32 - @clz(value);
}

fn lowest(value: u64) u7 {
    return @ctz(value);
}

fn odd(value: u24) u5 {
    return @clz(value) + @popCount(value);
}

fn swapped(value: u32) u32 {
    return @byteSwap(value);
}

fn mirrored(value: u8) u8 {
    return @bitReverse(value);
}

fn distance(a: i32, b: i32) u32 {
    return @abs(a - b);
}

fn clampedTo(value: i64, low: i8, high: u8) i16 {
    return @intCast(@max(@min(value, high), low));
}

fn hypotenuse(a: f64, b: f64) f64 {
    return @sqrt(a * a + b * b);
}

fn wave(x: f64) f64 {
    return @sin(x) + @cos(x) + @exp(x) - @log(x + 1) + @exp2(x);
}

fn steps(x: f32) f32 {
    return @floor(x) + @ceil(x) + @trunc(x) + @round(x) + @abs(x);
}

fn line(x: f32, slope: f32, start: f32) f32 {
    return @mulAdd(f32, x, slope, start);
}

test "builtins" {
    try expect(width(255) == 8 and width(0) == 0 and lowest(8) == 3 and lowest(0) == 64);
    try expect(odd(0xff) == 24);
    try expect(swapped(0x12345678) == 0x78563412 and mirrored(0b1101) == 0b10110000);
    try expect(distance(-2147483648, 0) == 2147483648 and distance(4, 9) == 5);
    try expect(clampedTo(1000, -5, 200) == 200 and clampedTo(-1000, -5, 200) == -5);
    try expect(hypotenuse(3, 4) == 5 and wave(0) == 3);
    try expect(steps(-2.5) == -3 - 2 - 2 - 3 + 2.5);
    try expect(line(2, 3, 4) == 10);
}
