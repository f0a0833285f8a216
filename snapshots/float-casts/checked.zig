//! From numbers with a fraction to numbers without: what does not fit traps.
const std = @import("std");
const expect = std.testing.expect;

fn rounded(value: f64) i32 {
    return @intFromFloat(@round(value));
}

fn pixel(share: f32) u8 {
    return @intFromFloat(share * 255);
}

fn oddWidth(value: f32) u12 {
    return @intFromFloat(value);
}

fn fromInt(count: u64) f32 {
    return @floatFromInt(count);
}

fn narrowed(value: f64) f32 {
    return @floatCast(value);
}

fn widened(value: f32) f64 {
    return value;
}

fn degrees(flag: bool, steps: i32) f64 {
    return 45 * @as(f64, @floatFromInt(steps)) + @as(f64, @floatFromInt(@intFromBool(flag)));
}

test "checked" {
    try expect(rounded(2.5) == 3 and rounded(-2.5) == -3);
    try expect(pixel(1) == 255 and pixel(0.999) == 254);
    try expect(oddWidth(4095.9) == 4095);
    try expect(fromInt(16777217) == 16777216);
    try expect(widened(narrowed(0.1)) != 0.1 and widened(0.5) == 0.5);
    try expect(degrees(true, -2) == -89);
}
