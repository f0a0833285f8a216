//! `undefined`: memory that the program fills before it reads it.
const std = @import("std");

const Point = struct { x: i32, y: i32 };

const Shape = union(enum) { dot: Point, line: [2]Point };

fn origin() Point {
    var point: Point = undefined;
    point.x = 0;
    point.y = 0;
    return point;
}

fn digits(n: u32, buffer: *[10]u8) []const u8 {
    var index: usize = buffer.len;
    var rest = n;
    while (true) {
        index -= 1;
        buffer[index] = '0' + @as(u8, @intCast(rest % 10));
        rest /= 10;
        if (rest == 0) break;
    }
    return buffer[index..];
}

fn choose(first: bool) i32 {
    var result: i32 = undefined;
    if (first) {
        result = 1;
    } else {
        result = 2;
    }
    return result;
}

fn make(long: bool) Shape {
    var shape: Shape = undefined;
    const start = origin();
    shape = if (long) .{ .line = .{ start, .{ .x = 3, .y = 4 } } } else .{ .dot = start };
    return shape;
}

test "undefined" {
    try std.testing.expectEqual(Point{ .x = 0, .y = 0 }, origin());
    var buffer: [10]u8 = undefined;
    try std.testing.expectEqualStrings("4096", digits(4096, &buffer));
    try std.testing.expectEqual(@as(i32, 2), choose(false));
    try std.testing.expectEqual(@as(i32, 3), make(true).line[1].x);
}
