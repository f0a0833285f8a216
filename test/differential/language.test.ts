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
  'vectors as integers, casts, comptime memory': `
    const std = @import("std");
    const expect = std.testing.expect;
    const expectEqual = std.testing.expectEqual;
    var calls: u32 = 0;
    test { calls += 1; try expect(calls == 1); }
    test { try expect(calls < 2); }
    test "destructure vector" {
        const vec: @Vector(3, i32) = .{ 1, 2, 3 };
        const x, const y, _ = vec;
        var z: i32 = 5;
        z, const w, _ = vec + vec;
        try expect(x == 1);
        try expect(y == 2);
        try expect(z == 2 and w == 4);
    }
    test "vectors and integers" {
        const arr: [16]bool = [_]bool{ true, false } ++ [_]bool{true} ** 14;
        var x: @Vector(16, bool) = @splat(true);
        x[1] = false;
        try expectEqual(comptime @as(u16, @bitCast(@as(@Vector(16, bool), arr))), @as(u16, @bitCast(x)));
        const back: @Vector(16, bool) = @bitCast(@as(u16, 0x8001));
        try expect(back[0] and !back[1] and back[15]);
        var v: @Vector(4, u8) = .{ 1, 2, 3, 4 };
        _ = &v;
        try expectEqual(0x04030201, @as(u32, @bitCast(v)));
        const w: @Vector(2, u16) = @bitCast(v);
        try expectEqual(@as(@Vector(2, u16), .{ 0x0201, 0x0403 }), w);
        const n: @Vector(4, u4) = @bitCast(@as(u16, 0x8421));
        try expectEqual(@as(@Vector(4, u4), .{ 1, 2, 4, 8 }), n);
        const s: @Vector(4, i4) = @bitCast(n);
        try expectEqual(-8, s[3]);
        const a: [4]u8 = @bitCast(v);
        try expectEqual(3, a[2]);
    }
    const A = extern struct { ptr: *const u32 };
    const B = extern struct { ptr: *const i32 };
    test "extern structs with pointers" {
        const x: u32 = 123;
        var a: A = undefined;
        a = .{ .ptr = &x };
        const b: B = @bitCast(a);
        try expect(b.ptr.* == 123);
    }
    const Callbacks = extern struct { key: *const fn (i32) callconv(.c) i32 };
    var callbacks: Callbacks = undefined;
    var loaded = false;
    fn keyed(key: i32) callconv(.c) i32 { return key; }
    test "undefined foreign functions" {
        if (loaded) try expectEqual(42, callbacks.key(42));
        callbacks = .{ .key = keyed };
        try expectEqual(42, callbacks.key(42));
    }
    fn fill(comptime T: type) void {
        comptime var buffer: T = undefined;
        const pointer: *void = @ptrCast(&buffer);
        pointer.* = {};
    }
    const Mixed = extern struct { x: u32, y: f32, z: [2]void };
    test "pointers into comptime memory" {
        fill(void);
        fill([5]u0);
        comptime var mixed: Mixed = undefined;
        const bytes: *[@sizeOf(Mixed)]u8 = @ptrCast(&mixed);
        @memset(bytes, 1);
        try expect(mixed.x == 0x01010101);
    }
    test "optional pointers cast" {
        const x: u8 = 10;
        const m: ?*const u8 = &x;
        const p = @constCast(m);
        try expect(@TypeOf(p) == ?*u8);
        try expect(p.?.* == x);
        try expect(address(null) == 0);
        try expect(address("abc") != 0);
    }
    fn address(pixels: ?[]const u8) usize {
        const data: [*]allowzero const u8 = @ptrCast(pixels);
        return @intFromPtr(data);
    }
    var global_array: [4]u8 = undefined;
    test "functions from addresses" {
        const f = @as(*align(1) const fn () callconv(.c) void, @ptrCast(&global_array));
        try expectEqual(@intFromPtr(f), @intFromPtr(&global_array));
    }`,
  symbols: `
    const std = @import("std");
    const expect = std.testing.expect;
    export var answer: i32 = 1234;
    export const fixed: u32 = 99;
    test "an extern symbol" {
        const a = @extern(*anyopaque, .{ .name = "answer" });
        const b: *i32 = @ptrCast(@alignCast(a));
        try expect(b.* == 1234);
        b.* += 1;
        try expect(answer == 1235);
        const c = @extern(*const u32, .{ .name = "fixed" });
        try expect(c.* == 99);
        const local: u32 = 10;
        @export(&local, .{ .name = "exported_here" });
        const Here = struct {
            extern const exported_here: u32;
        };
        try expect(Here.exported_here == 10);
    }
    const computed = @extern(*const fn (i32) callconv(.c) i32, .{ .name = "compute" });
    test "a constant that the linker knows" {
        try expect(computed(1) == 4568);
        const again = computed;
        try expect(again(2) == 4569);
    }
    export fn compute(x: i32) i32 { return x + 4567; }
    test "an extern function" {
        const a = @extern(*const fn (i32) callconv(.c) i32, .{ .name = "compute" });
        try expect(a(1) == 4568);
    }
    const S = struct {
        extern var shared: i64;
        extern const limit: u8;
        extern fn twice(x: i32) i32;
        extern fn thrice(x: i32) i32;
    };
    var hidden: i64 = 7;
    const top: u8 = 3;
    fn double(x: i32) callconv(.c) i32 { return x * 2; }
    fn triple(x: i32) callconv(.c) i32 { return x * 3; }
    comptime {
        @export(&hidden, .{ .name = "shared" });
        @export(&top, .{ .name = "limit" });
        @export(&double, .{ .name = "twice" });
        @export(&triple, .{ .name = "thrice" });
        @export(&triple, .{ .name = "three_times" });
    }
    extern fn three_times(x: i32) i32;
    comptime { @export(&hidden, .{ .name = "hidden_too" }); }
    extern var hidden_too: i64;
    test "exported by name" {
        S.shared += 1;
        try expect(hidden == 8);
        try expect(S.limit == 3);
        try expect(S.twice(4) == 8);
        try expect(S.thrice(4) == 12);
        try expect(three_times(5) == 15);
        try expect(hidden_too == 8);
    }

    fn first(bytes: [*]const u8) u32 {
        for (@as([*]align(1) const u32, @ptrCast(bytes))[0..1]) |v| return v;
        return 0;
    }
    test "a loop over what is not aligned" {
        const bytes = [_]u8{ 0, 1, 1, 1, 1, 2, 2, 2, 2 };
        try expect(first(bytes[1..].ptr) == 0x01010101);
        try expect(first(bytes[5..].ptr) == 0x02020202);
    }`,
  nan: `
    const std = @import("std");
    const expect = std.testing.expect;
    const nan_a: f32 = @bitCast(@as(u32, 0xffc00000));
    const nan_b: f32 = @bitCast(@as(u32, 0xffe00000));
    fn Make(comptime x: f32) type { return struct { const value = x; }; }
    fn signs(comptime T: type) !void {
        var neg: T = -std.math.nan(T);
        _ = &neg;
        try expect(std.math.isNan(-neg) and std.math.signbit(neg) and !std.math.signbit(-neg));
    }
    test "signs and bits of nan" {
        try signs(f16);
        try signs(f32);
        try signs(f64);
        try comptime signs(f64);
        try expect(Make(nan_a) == Make(nan_a) and Make(nan_a) != Make(nan_b));
        var b: f32 = nan_b;
        _ = &b;
        try expect(@as(u32, @bitCast(b)) == 0xffe00000);
        var half: f16 = @bitCast(@as(u16, 0x7d01));
        _ = &half;
        try expect(@as(u16, @bitCast(half)) == 0x7d01);
        const d: f64 = comptime @bitCast(@as(u64, 0xfff8000000000001));
        try expect(comptime @as(u64, @bitCast(-d)) == 0x7ff8000000000001);
    }`,
});
