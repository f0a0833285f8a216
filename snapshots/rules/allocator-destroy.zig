const std = @import("std");

const Point = struct { x: i32, y: i32 };

fn make(gpa: std.mem.Allocator) !*Point {
    const point = try gpa.create(Point);
    point.* = .{ .x = 1, .y = 2 };
    return point;
}

test "allocator destroy" {
    const point = try make(std.testing.allocator);
    defer std.testing.allocator.destroy(point);
    try std.testing.expectEqual(3, point.x + point.y);
}
