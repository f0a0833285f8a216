//! Each kind of division rounds in its own way.
const std = @import("std");
const expect = std.testing.expect;

fn split(seconds: u32) struct { u32, u32 } {
    return .{ seconds / 60, seconds % 60 };
}

fn rounded(value: i32, by: i32) [3]i32 {
    return .{ @divTrunc(value, by), @divFloor(value, by), @rem(value, by) };
}

fn wrapped(index: i32, length: i32) i32 {
    return @mod(index, length);
}

fn rows(cells: u32, columns: u32) u32 {
    return @divExact(cells, columns);
}

fn halfTowardsZero(value: i8) i8 {
    return @divTrunc(value, 2);
}

fn fraction(value: f64) f64 {
    return @mod(value, 1) + @rem(value, 1) + @divFloor(value, 0.5);
}

test "kinds" {
    const minutes, const seconds = split(135);
    try expect(minutes == 2 and seconds == 15);
    try std.testing.expectEqual([3]i32{ -3, -4, -1 }, rounded(-7, 2));
    try std.testing.expectEqual([3]i32{ -3, -4, 1 }, rounded(7, -2));
    try expect(wrapped(-1, 5) == 4 and wrapped(11, 5) == 1);
    try expect(rows(12, 4) == 3);
    try expect(halfTowardsZero(-5) == -2);
    try expect(fraction(2.25) == 4.5 and fraction(-2.25) == -4.5);
    try expect(@divFloor(@as(f32, -7), 2) == -4 and @divTrunc(@as(f32, -7), 2) == -3);
}
