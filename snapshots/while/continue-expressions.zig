//! `while`: continue expressions, captures, `else`, and what becomes a range.
const std = @import("std");

fn sumBelow(n: u32) u32 {
    var sum: u32 = 0;
    var i: u32 = 0;
    while (i < n) : (i += 1) {
        sum += i;
    }
    return sum;
}

fn sumOfOdd(n: u32) u32 {
    var sum: u32 = 0;
    var i: u32 = 0;
    while (i < n) : (i += 1) {
        if (i % 2 == 0) continue;
        sum += i;
    }
    return sum;
}

/// The step is not one, and `continue` must still take it.
fn powersBelow(limit: u32, skip: u32) u32 {
    var count: u32 = 0;
    var power: u32 = 1;
    while (power < limit) : (power *= 2) {
        if (power == skip) continue;
        count += 1;
    }
    return count;
}

fn lastIndex(haystack: []const u8, needle: u8) ?usize {
    var i = haystack.len;
    while (i > 0) {
        i -= 1;
        if (haystack[i] == needle) return i;
    }
    return null;
}

const Countdown = struct {
    left: u8,

    fn next(self: *Countdown) ?u8 {
        if (self.left == 0) return null;
        self.left -= 1;
        return self.left;
    }

    fn nextChecked(self: *Countdown) !u8 {
        return self.next() orelse error.Finished;
    }
};

fn total(from: u8) u32 {
    var countdown: Countdown = .{ .left = from };
    var sum: u32 = 0;
    while (countdown.next()) |n| sum += n;
    return sum;
}

fn untilError(from: u8) u32 {
    var countdown: Countdown = .{ .left = from };
    var sum: u32 = 0;
    while (countdown.nextChecked()) |n| {
        sum += n;
    } else |err| {
        std.debug.assert(err == error.Finished);
    }
    return sum;
}

fn findFactor(n: u32) u32 {
    var candidate: u32 = 2;
    return while (candidate * candidate <= n) : (candidate += 1) {
        if (n % candidate == 0) break candidate;
    } else n;
}

fn firstPair(limit: u32, product: u32) ?[2]u32 {
    var a: u32 = 1;
    outer: while (a < limit) : (a += 1) {
        var b: u32 = a;
        while (b < limit) : (b += 1) {
            if (a * b > product) continue :outer;
            if (a * b == product and a != 1) return .{ a, b };
        }
    }
    return null;
}

test "loops" {
    try std.testing.expectEqual(@as(u32, 10), sumBelow(5));
    try std.testing.expectEqual(@as(u32, 4), sumOfOdd(5));
    try std.testing.expectEqual(@as(u32, 4), powersBelow(32, 4));
    try std.testing.expectEqual(@as(?usize, 3), lastIndex("abab", 'b'));
    try std.testing.expectEqual(@as(u32, 3), total(3));
    try std.testing.expectEqual(@as(u32, 6), untilError(4));
    try std.testing.expectEqual(@as(u32, 7), findFactor(91));
    try std.testing.expectEqual(@as(u32, 13), findFactor(13));
    try std.testing.expectEqual(@as(?[2]u32, .{ 3, 5 }), firstPair(10, 15));
}
