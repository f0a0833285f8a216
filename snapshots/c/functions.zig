//! Functions that C calls, and function pointers with a context.
const std = @import("std");

const Compare = *const fn (a: *const anyopaque, b: *const anyopaque) callconv(.c) c_int;

pub export fn addSaturated(a: u8, b: u8) u8 {
    return a +| b;
}

/// `null` counts nothing.
pub export fn lengthOf(text: ?[*:0]const u8) usize {
    const start = text orelse return 0;
    var len: usize = 0;
    while (start[len] != 0) len += 1;
    return len;
}

pub export fn sumOf(items: [*]const c_int, count: usize) c_int {
    var sum: c_int = 0;
    for (items[0..count]) |item| sum += item;
    return sum;
}

fn byMagnitude(a: *const anyopaque, b: *const anyopaque) callconv(.c) c_int {
    const left: *const c_int = @ptrCast(@alignCast(a));
    const right: *const c_int = @ptrCast(@alignCast(b));
    return @as(c_int, @intCast(@abs(left.*))) - @as(c_int, @intCast(@abs(right.*)));
}

fn largest(items: []const c_int, compare: Compare) c_int {
    var best: usize = 0;
    for (1..items.len) |i| {
        if (compare(&items[i], &items[best]) > 0) best = i;
    }
    return items[best];
}

const Visitor = struct {
    context: *anyopaque,
    visit: *const fn (context: *anyopaque, n: u32) void,
};

fn accumulate(context: *anyopaque, n: u32) void {
    const total: *u32 = @ptrCast(@alignCast(context));
    total.* += n;
}

fn visitAll(visitor: Visitor, limit: u32) void {
    for (0..limit) |n| visitor.visit(visitor.context, @intCast(n));
}

test "exported" {
    try std.testing.expectEqual(@as(u8, 255), addSaturated(200, 100));
    try std.testing.expectEqual(@as(usize, 3), lengthOf("abc"));
    try std.testing.expectEqual(@as(usize, 0), lengthOf(null));
    try std.testing.expectEqual(@as(c_int, 6), sumOf(&[_]c_int{ 1, 2, 3 }, 3));
}

test "called back" {
    try std.testing.expectEqual(@as(c_int, -5), largest(&.{ 1, -5, 3 }, byMagnitude));
    var total: u32 = 0;
    visitAll(.{ .context = &total, .visit = accumulate }, 5);
    try std.testing.expectEqual(@as(u32, 10), total);
}
