//! Generic functions and types: type parameters with bounds, const generics, functions as parameters, comparators.
const std = @import("std");
const expectEqual = std.testing.expectEqual;

fn largest(comptime T: type, items: []const T) ?T {
    if (items.len == 0) return null;
    var best = items[0];
    for (items[1..]) |item| {
        if (item > best) best = item;
    }
    return best;
}

fn Stack(comptime T: type, comptime capacity: usize) type {
    return struct {
        const Self = @This();

        items: [capacity]T,
        len: usize,

        fn init(filler: T) Self {
            return .{ .items = .{filler} ** capacity, .len = 0 };
        }

        fn push(self: *Self, item: T) error{Full}!void {
            if (self.len == capacity) return error.Full;
            self.items[self.len] = item;
            self.len += 1;
        }

        fn pop(self: *Self) ?T {
            if (self.len == 0) return null;
            self.len -= 1;
            return self.items[self.len];
        }
    };
}

fn Pair(comptime A: type, comptime B: type) type {
    return struct { first: A, second: B };
}

fn pairOf(a: anytype, b: anytype) Pair(@TypeOf(a), @TypeOf(b)) {
    return .{ .first = a, .second = b };
}

fn applyTwice(comptime f: fn (u32) u32, x: u32) u32 {
    return f(f(x));
}

fn triple(x: u32) u32 {
    return 3 * x;
}

fn sortBy(comptime T: type, items: []T, comptime lessThan: fn (T, T) bool) void {
    for (1..items.len) |i| {
        const item = items[i];
        var j = i;
        while (j > 0 and lessThan(item, items[j - 1])) : (j -= 1) {
            items[j] = items[j - 1];
        }
        items[j] = item;
    }
}

fn byLastDigit(a: u32, b: u32) bool {
    return a % 10 < b % 10;
}

test "generic functions" {
    try expectEqual(@as(?i32, 7), largest(i32, &.{ 3, 7, -1 }));
    try expectEqual(@as(?f64, null), largest(f64, &.{}));
    try expectEqual(@as(u32, 18), applyTwice(triple, 2));
    var numbers = [_]u32{ 19, 21, 35, 10 };
    sortBy(u32, &numbers, byLastDigit);
    try expectEqual([_]u32{ 10, 21, 35, 19 }, numbers);
    const pair = pairOf(@as(u8, 1), true);
    try expectEqual(@as(u8, 1), pair.first);
    try expectEqual(true, pair.second);
}

test "generic types" {
    var small = Stack(u8, 2).init(0);
    try small.push(4);
    try small.push(5);
    try std.testing.expectError(error.Full, small.push(6));
    try expectEqual(@as(?u8, 5), small.pop());
    var flags = Stack(bool, 1).init(false);
    try expectEqual(@as(?bool, null), flags.pop());
}
