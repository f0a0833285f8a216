//! `for` over ranges, slices, arrays and several objects at once.
const std = @import("std");
const expectEqual = std.testing.expectEqual;

fn squares(comptime n: usize) [n]usize {
    var result: [n]usize = undefined;
    for (0..n) |i| result[i] = i * i;
    return result;
}

/// Zig panics where the range is upside down; Rust's own would be empty.
fn countBetween(low: usize, high: usize) usize {
    var count: usize = 0;
    for (low..high) |_| count += 1;
    return count;
}

fn double(items: []u32) void {
    for (items) |*item| item.* *= 2;
}

fn dot(a: []const i32, b: []const i32) i32 {
    var sum: i32 = 0;
    for (a, b) |x, y| sum += x * y;
    return sum;
}

fn addInto(target: []u32, source: []const u32) void {
    for (target, source, 0..) |*t, s, i| {
        t.* += s * @as(u32, @intCast(i));
    }
}

fn indexOf(items: []const u8, wanted: u8) ?usize {
    return for (items, 0..) |item, i| {
        if (item == wanted) break i;
    } else null;
}

fn hasNegative(rows: []const [3]i8) bool {
    outer: for (rows) |row| {
        for (row) |cell| {
            if (cell == 0) continue :outer;
            if (cell < 0) return true;
        }
    }
    return false;
}

test "for" {
    try expectEqual([4]usize{ 0, 1, 4, 9 }, squares(4));
    try expectEqual(@as(usize, 3), countBetween(2, 5));
    var numbers = [_]u32{ 1, 2, 3 };
    double(&numbers);
    addInto(&numbers, &.{ 10, 10, 10 });
    try expectEqual([_]u32{ 2, 14, 26 }, numbers);
    try expectEqual(@as(i32, 32), dot(&.{ 1, 2, 3 }, &.{ 4, 5, 6 }));
    try expectEqual(@as(?usize, 2), indexOf("abc", 'c'));
    try expectEqual(@as(?usize, null), indexOf("abc", 'x'));
    try std.testing.expect(!hasNegative(&.{ .{ 1, 0, -1 }, .{ 2, 3, 4 } }));
}
