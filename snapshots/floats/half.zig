//! `f16`, which Rust does not have: the runtime's, rounded as Zig rounds it.
const std = @import("std");
const expect = std.testing.expect;

const Colour = struct { red: f16, green: f16, blue: f16 };

fn mixed(a: Colour, b: Colour, share: f16) Colour {
    return .{
        .red = a.red + (b.red - a.red) * share,
        .green = a.green + (b.green - a.green) * share,
        .blue = a.blue + (b.blue - a.blue) * share,
    };
}

fn luminance(colour: Colour) f32 {
    return 0.25 * @as(f32, colour.red) + 0.5 * @as(f32, colour.green) + 0.25 * @as(f32, colour.blue);
}

fn bits(value: f16) u16 {
    return @bitCast(value);
}

test "half" {
    const colour = mixed(.{ .red = 0, .green = 1, .blue = 0.5 }, .{ .red = 1, .green = 0, .blue = 0.5 }, 0.5);
    try expect(colour.red == 0.5 and colour.green == 0.5);
    try expect(luminance(colour) == 0.5);
    // Beyond 2048 only even numbers are there.
    var count: f16 = 2048;
    count += 1;
    try expect(count == 2048);
    try expect(bits(count) == 0x6800);
    const narrow: f16 = @floatCast(luminance(colour) / 3);
    try expect(narrow > 0.166 and narrow < 0.167);
    try expect(-count < 0 and @sqrt(colour.blue + colour.red) == 1);
}
