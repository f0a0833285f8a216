import { describeSameBehaviour } from '../support/differential.js';

describeSameBehaviour('corners of the language', {
  'calls, inline loops, error sets': `
    const std = @import("std");
    const expect = std.testing.expect;
    fn same(x: anytype, y: u8) @TypeOf(y) { _ = x; return y + 1; }
    fn pick(x: u16) switch (@TypeOf(x)) { u16 => u32, else => void } { return @as(u32, x) * 2; }
    test "results after parameters" {
        var n: u8 = 3;
        _ = &n;
        try expect(same(1, n) == 4);
        try expect(pick(n) == 6);
        try expect(@TypeOf(pick(n)) == u32);
    }
    test "inline" {
        var n: usize = 3;
        _ = &n;
        var sum: usize = 0;
        inline for ("abcde"[3..5], n..5) |a, i| {
            n += 7;
            sum += a * i;
        }
        try expect(sum == 'd' * 3 + 'e' * 4);
    }
    const Set = error{ A, B };
    fn check(value: Set!i32) !void {
        if (error.A == value) return error.Unexpected;
        if (value == error.B) return error.Other;
    }
    fn any() type { return @TypeOf(@field(anyerror, "Gone")); }
    test "errors and unions" {
        try check(0);
        try comptime check(1);
        try std.testing.expectError(error.Unexpected, check(error.A));
        try std.testing.expectError(error.Other, comptime check(error.B));
        try expect(any() == error{Gone});
    }
    fn apply(comptime f: fn (comptime type, i32, i32) error{Overflow}!i32, a: i32, b: i32) !i32 {
        return f(i32, a, b);
    }
    test "generic function as an argument" {
        var n: i32 = 3;
        _ = &n;
        try expect(try apply(std.math.add, n, 6) == 9);
        try expect(try apply(std.math.sub, n, 6) == -3);
    }
    inline fn checked(x: u8) !void { try expect(x == 123); }
    test "inline with an assertion" {
        const f = &checked;
        try f(123);
        try checked(123);
        try std.testing.expectApproxEqAbs(@as(f32, 1.5), 1.5, 0.001);
    }`,
  'optionals in error unions': `
    const std = @import("std");
    const expect = std.testing.expect;
    fn fail() anyerror!i32 { return error.Wrong; }
    fn nested() anyerror!i32 {
        _ = fail() catch
            fail() catch
            return error.Bad;
        unreachable;
    }
    test "nested catch" { try std.testing.expectError(error.Bad, nested()); }
    const E = error{Foo};
    test "payloads in error unions and optionals" {
        var number: u8 = 7;
        var a: E!*u8 = error.Foo;
        var b: ?*u8 = null;
        var c: E!u8 = 3;
        var e: E!*u8 = &number;
        _ = .{ &a, &b, &c, &e };
        var t = true;
        _ = &t;
        const r1 = if (t) a else b;
        const r2 = if (t) b else a;
        const r3 = if (t) e else b;
        try expect(if (r1) |_| false else |err| err == error.Foo);
        try expect((try r2) == null);
        try expect((try r3).?.* == 7);
        const r4: anyerror!?u32 = @as(E!?u32, try c);
        try expect((try r4).? == 3);
    }
    fn bytes(x: anyerror!?[]u8) anyerror!?[]const u8 { return x; }
    test "slices" {
        var array = [_]u8{ 1, 2, 3 };
        const got = try bytes(&array);
        try expect(got.?[2] == 3);
        try expect(try bytes(null) == null);
        try expect(if (bytes(error.No)) |_| false else |err| err == error.No);
    }
    test "undefined errors" {
        const a: error{ One, Two } = undefined;
        const b: anyerror = undefined;
        try expect(@TypeOf(a, b) == anyerror);
    }
    fn any() anyerror!i32 { return 1234; }
    fn inferred() !i32 { return 5678; }
    test "errorCast" {
        const x: error{Bad}!i32 = @errorCast(any());
        try expect((try x) == 1234);
        const y: error{Bad}!i32 = @errorCast(inferred());
        try expect((try y) == 5678);
    }`,
});
