import { describeSameBehaviour } from '../support/differential.js';

describeSameBehaviour('pointers into packed structs', {
  'reads and writes bits behind pointers': `
    const std = @import("std");
    const Mode = enum(u3) { off, slow, fast, _ };
    const Bits = packed struct(u32) { low: u3, flag: bool, signed: i5, mode: Mode, rest: u20 };
    var shared: Bits = .{ .low = 1, .flag = false, .signed = -3, .mode = .slow, .rest = 9 };
    const shared_rest = &shared.rest;
    fn set(flag: anytype) void { flag.* = true; }
    fn rest() u20 { shared.low = 6; return 77; }
    test "fields" {
        var bits: Bits = .{ .low = 5, .flag = false, .signed = -7, .mode = .fast, .rest = 0xabcde };
        const low = &bits.low;
        low.* -= 2;
        low.* <<= 1;
        set(&bits.flag);
        const signed = &bits.signed;
        try std.testing.expectEqual(-7, signed.*);
        signed.* += 9;
        const mode = &bits.mode;
        try std.testing.expectEqual(Mode.fast, mode.*);
        mode.* = .off;
        try std.testing.expectEqual(Bits{ .low = 6, .flag = true, .signed = 2, .mode = .off, .rest = 0xabcde }, bits);
        const whole: *Bits = @alignCast(@fieldParentPtr("rest", &bits.rest));
        try std.testing.expect(whole == &bits);
    }
    test "of a global" {
        shared_rest.* = rest();
        try std.testing.expectEqual(77, shared.rest);
        try std.testing.expectEqual(6, shared.low);
        const value = shared_rest.*;
        try std.testing.expectEqual(77, value);
    }`,
  'traps behind pointers': `
    const Bits = packed struct(u8) { low: u3, high: u5 };
    pub fn main() void {
        var bits: Bits = .{ .low = 7, .high = 0 };
        const low = &bits.low;
        low.* += 1;
    }`,
  'nested packed structs': `
    const std = @import("std");
    const Inner = packed struct(u12) { a: u4, b: packed struct(u8) { x: u3, y: u5 } };
    const Outer = packed struct(u24) { pad: u5, inner: Inner, tail: i7 };
    var calls: u8 = 0;
    fn next(array: *[2]Outer) u5 { calls += 1; array[1].inner.b.x = 1; return 30; }
    fn index() usize { calls += 10; return 1; }
    test "writes of the innermost field" {
        var array = [_]Outer{.{ .pad = 31, .inner = .{ .a = 9, .b = .{ .x = 7, .y = 1 } }, .tail = -64 }} ** 2;
        array[index()].inner.b.y = next(&array);
        array[1].inner.b.y -= 3;
        try std.testing.expectEqual(11, calls);
        try std.testing.expectEqual(Outer{ .pad = 31, .inner = .{ .a = 9, .b = .{ .x = 1, .y = 27 } }, .tail = -64 }, array[1]);
        try std.testing.expectEqual(1, array[0].inner.b.y);
        const inner = &array[0].inner;
        inner.b.y = 17;
        inner.a += 1;
        const x = &inner.b.x;
        x.* = 2;
        inner.b = .{ .x = x.* + 1, .y = inner.b.y };
        try std.testing.expectEqual(Inner{ .a = 10, .b = .{ .x = 3, .y = 17 } }, array[0].inner);
        const back: @TypeOf(inner) = @alignCast(@fieldParentPtr("a", &inner.a));
        try std.testing.expectEqual(inner, back);
    }`,
});
