/** Errors, optionals and deferred statements do the same in both languages, in Rust without warnings. */
import { describeSameBehaviour } from '../support/differential.js';

const std =
  'const std = @import("std");\nconst expect = std.testing.expect;\nconst expectError = std.testing.expectError;\n';

describeSameBehaviour('errors', {
  'try, catch, and sets that widen': `${std}
    const Narrow = error{Low};
    fn low(n: u32) Narrow!u32 {
        return if (n < 10) error.Low else n;
    }
    fn wide(n: u32) !u32 {
        const a = try low(n);
        if (a > 100) return error.High;
        return a + 1;
    }
    fn handled(n: u32) u32 {
        return wide(n) catch |err| switch (err) {
            error.Low => 1,
            error.High => 2,
        };
    }
    test "errors" {
        try expect(try wide(20) == 21);
        try expectError(error.Low, wide(3));
        try expectError(error.High, wide(300));
        try expect(handled(3) == 1 and handled(300) == 2 and handled(50) == 51);
        try expect((low(4) catch 77) == 77);
    }`,
  'if and while on error unions': `${std}
    var left: u32 = 3;
    fn next() !u32 {
        if (left == 0) return error.Done;
        left -= 1;
        return left;
    }
    test "captures" {
        var sum: u32 = 0;
        while (next()) |n| {
            sum += n + 1;
        } else |err| {
            try expect(err == error.Done);
        }
        try expect(sum == 6);
        if (next()) |_| {
            return error.Unexpected;
        } else |err| {
            try expect(err == error.Done);
        }
    }`,
  'a fallback is evaluated only where it is needed': `${std}
    var calls: u32 = 0;
    fn fallback() u32 {
        calls += 1;
        return 9;
    }
    fn half(n: u32) error{Odd}!u32 {
        return if (n % 2 == 1) error.Odd else n / 2;
    }
    fn find(n: u32) ?u32 {
        return if (n == 0) null else n;
    }
    test "lazy" {
        try expect((find(3) orelse fallback()) == 3);
        try expect((half(4) catch fallback()) == 2);
        try expect(calls == 0);
        try expect((find(0) orelse fallback()) == 9);
        try expect((half(3) catch fallback()) == 9);
        try expect(calls == 2);
    }`,
  'anyerror and names': `${std}
    fn fail(which: bool) anyerror!void {
        return if (which) error.First else error.Second;
    }
    test "names" {
        if (fail(true)) |_| unreachable else |err| try std.testing.expectEqualStrings("First", @errorName(err));
        if (fail(false)) |_| unreachable else |err| try std.testing.expectEqualStrings("Second", @errorName(err));
    }`,
  'an error leaves main': `${std}
    fn work(n: u32) !void {
        if (n == 2) return error.TooMuch;
    }
    pub fn main() !void {
        for (0..4) |i| {
            std.debug.print("{d}\\n", .{i});
            try work(@intCast(i));
        }
    }`,
});

// With a wider set the switch needs an arm that nothing takes, or does not compile without it.
describeSameBehaviour('inferred sets are exact', {
  'also through recursion, and where some are handled on the way': `${std}
    fn even(n: u8) !bool {
        if (n == 0) return true;
        if (n == 1) return error.Odd;
        if (n > 100) return error.TooLarge;
        return even(n - 2);
    }
    fn small(n: u8) !bool {
        return even(n) catch |err| switch (err) {
            error.TooLarge => false,
            else => |rest| return rest,
        };
    }
    fn code(n: u8) u8 {
        _ = even(n) catch |err| return switch (err) {
            error.TooLarge => 1,
            error.Odd => 2,
        };
        _ = small(n) catch |err| return switch (err) {
            error.Odd => 3,
        };
        return 0;
    }
    test "codes" {
        try expect(code(4) == 0);
        try expect(code(3) == 2);
        try expect(code(101) == 1);
    }`,
  'and where nothing can fail': `${std}
    fn double(n: u8) !u8 {
        return n *| 2;
    }
    fn both(a: u8, b: u8) !u8 {
        return try double(a) +| try double(b);
    }
    test "both" {
        try expect(try both(1, 2) == 6);
    }`,
});

describeSameBehaviour('optionals', {
  'orelse, unwrapping, captures': `${std}
    fn half(n: u32) ?u32 {
        return if (n % 2 == 0) n / 2 else null;
    }
    fn quarter(n: u32) ?u32 {
        const h = half(n) orelse return null;
        return half(h);
    }
    test "optionals" {
        try expect(quarter(12).? == 3);
        try expect(quarter(6) == null);
        try expect((half(3) orelse 9) == 9);
        if (half(8)) |h| try expect(h == 4) else return error.Missing;
        var maybe: ?u32 = 5;
        if (maybe) |*value| value.* += 1;
        try expect(maybe.? == 6);
        maybe = null;
        try expect(maybe == null);
    }`,
  'optional pointers and a linked list': `${std}
    const Node = struct {
        value: u32,
        next: ?*Node = null,
    };
    fn sum(first: ?*const Node) u32 {
        var total: u32 = 0;
        var current = first;
        while (current) |node| : (current = node.next) total += node.value;
        return total;
    }
    test "list" {
        var c = Node{ .value = 3 };
        var b = Node{ .value = 2, .next = &c };
        const a = Node{ .value = 1, .next = &b };
        try expect(sum(&a) == 6);
        b.next = null;
        try expect(sum(&a) == 3);
        try expect(sum(null) == 0);
    }`,
});

describeSameBehaviour('defer', {
  'the error of a set that is still inferred, compared and switched on': `
    const std = @import("std");
    fn mayFail(n: u32) !u32 {
        if (n == 3) return error.Three;
        if (n == 4) return error.Four;
        return n;
    }
    var last: u8 = 0;
    fn compared(n: u32) !u32 {
        errdefer |err| last = if (err == error.Three) '3' else if (error.Four != err) '?' else '4';
        return try mayFail(n);
    }
    fn switched(n: u32) !u32 {
        errdefer |err| switch (err) {
            error.Three => last = 'a',
            else => last = 'b',
        };
        return try mayFail(n) + 1;
    }
    test "compared" {
        try std.testing.expectError(error.Three, compared(3));
        try std.testing.expectEqual('3', last);
        try std.testing.expectError(error.Four, compared(4));
        try std.testing.expectEqual('4', last);
        try std.testing.expectError(error.Three, switched(3));
        try std.testing.expectEqual('a', last);
        try std.testing.expectError(error.Four, switched(4));
        try std.testing.expectEqual('b', last);
        try std.testing.expectEqual(6, try switched(5));
    }`,
  'runs in reverse order, after the result': `${std}
    var log: [8]u8 = undefined;
    var used: usize = 0;
    fn note(c: u8) void {
        log[used] = c;
        used += 1;
    }
    fn result() u8 {
        note('r');
        return 7;
    }
    fn work() u8 {
        defer note('1');
        defer {
            note('2');
            note('3');
        }
        note('w');
        return result();
    }
    test "order" {
        try expect(work() == 7);
        try std.testing.expectEqualStrings("wr231", log[0..used]);
    }`,
  'errdefer runs on errors only, with the error': `${std}
    var trace: u32 = 0;
    fn step(n: u32) !u32 {
        if (n == 0) return error.Zero;
        return n;
    }
    fn work(n: u32) !u32 {
        trace = trace * 10 + 1;
        errdefer trace = trace * 10 + 2;
        defer trace = trace * 10 + 3;
        const value = try step(n);
        if (value > 5) return error.Large;
        return value + 1;
    }
    test "errdefer" {
        trace = 0;
        try expect(try work(2) == 3);
        try expect(trace == 13);
        trace = 0;
        try expectError(error.Zero, work(0));
        try expect(trace == 132);
        trace = 0;
        try expectError(error.Large, work(9));
        try expect(trace == 132);
    }`,
  'inside loops, with break, continue and return': `${std}
    var closed: u32 = 0;
    fn scan(items: []const u32) u32 {
        var seen: u32 = 0;
        for (items) |item| {
            defer closed += 1;
            if (item == 0) continue;
            if (item == 9) break;
            if (item == 7) return 100;
            seen += item;
        }
        return seen;
    }
    test "loops" {
        closed = 0;
        try expect(scan(&.{ 1, 0, 2, 9, 5 }) == 3);
        try expect(closed == 4);
        closed = 0;
        try expect(scan(&.{ 1, 7, 2 }) == 100);
        try expect(closed == 2);
        closed = 0;
        try expect(scan(&.{ 1, 2 }) == 3);
        try expect(closed == 2);
    }`,
});
