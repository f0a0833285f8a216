//! Tuples and destructuring stay what they are.
const std = @import("std");
const expect = std.testing.expect;

const Span = struct { usize, usize };

fn minMax(values: []const i32) struct { i32, i32 } {
    var low = values[0];
    var high = values[0];
    for (values) |value| {
        low = @min(low, value);
        high = @max(high, value);
    }
    return .{ low, high };
}

fn length(span: Span) usize {
    return span[1] - span[0];
}

test "tuples" {
    const low, const high = minMax(&.{ 4, -2, 9 });
    try expect(low == -2 and high == 9);
    const both = minMax(&.{5});
    try expect(both[0] == both[1] and both.len == 2);
    try expect(length(.{ 3, 8 }) == 5);
    var a: u8 = 1;
    var b: u8 = 2;
    a, b = .{ b, a + 1 };
    try expect(a == 2 and b == 3);
    a, const c, _ = .{ 7, @as(u16, 8), 9 };
    try expect(a == 7 and c == 8);
    var span: Span = .{ 1, 2 };
    span[1] += 10;
    try expect(length(span) == 11);
    const x, const y = [_]u8{ 3, 4 };
    try expect(x + y == 7);
}
