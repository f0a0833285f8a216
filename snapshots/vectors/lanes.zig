//! Vectors are the runtime's, element by element.
const std = @import("std");
const expect = std.testing.expect;

const Vec4 = @Vector(4, f32);

fn dot(a: Vec4, b: Vec4) f32 {
    return @reduce(.Add, a * b);
}

fn scaled(v: Vec4, by: f32) Vec4 {
    return v * @as(Vec4, @splat(by));
}

fn countLess(a: @Vector(4, i32), limit: i32) u8 {
    const less = a < @as(@Vector(4, i32), @splat(limit));
    var count: u8 = 0;
    inline for (0..4) |lane| count += @intFromBool(less[lane]);
    return count;
}

test "lanes" {
    const a: Vec4 = .{ 1, 2, 3, 4 };
    try expect(dot(a, scaled(a, 2)) == 60);
    try expect(countLess(.{ 1, -5, 9, 3 }, 3) == 2);
    const reversed = @shuffle(f32, a, undefined, @Vector(4, i32){ 3, 2, 1, 0 });
    try expect(reversed[0] == 4);
    const array: [4]f32 = a + reversed;
    try std.testing.expectEqualSlices(f32, &.{ 5, 5, 5, 5 }, &array);
    var bytes: @Vector(2, u8) = .{ 250, 3 };
    bytes +%= @splat(10);
    try expect(bytes[0] == 4 and bytes[1] == 13);
    const chosen = @select(u8, @Vector(2, bool){ true, false }, bytes, @as(@Vector(2, u8), @splat(0)));
    try expect(@reduce(.Max, chosen) == 4);
}
