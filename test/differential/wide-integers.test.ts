import { describeSameBehaviour } from '../support/differential.js';

describeSameBehaviour('integers beyond 128 bits', {
  values: `
    const std = @import("std");
    const expect = std.testing.expect;
    const expectEqual = std.testing.expectEqual;
    const big: u256 = 0x1234_5678_9abc_def0_0000_0000_0000_0001_ffff_ffff_ffff_ffff;
    fn grow(x: u64) u256 { return x; }
    test "arithmetic beyond 128 bits" {
        var a: u256 = grow(7);
        a += big;
        a *= 3;
        try expectEqual(@as(u256, (big + 7) * 3), a);
        a -%= std.math.maxInt(u256);
        try expect(a == (big + 7) * 3 + 1);
        try expect(a > big and big < a and a != 5);
        try expectEqual(@as(u256, ((big + 7) * 3 + 1) / 10), a / 10);
        try expectEqual(@as(u256, ((big + 7) * 3 + 1) % 10), a % 10);
        a >>= 100;
        try expectEqual(@as(u256, ((big + 7) * 3 + 1) >> 100), a);
        a <<= 3;
        a |= 1;
        a ^= 0xff;
        try expectEqual(@as(u256, (((((big + 7) * 3 + 1) >> 100) << 3) | 1) ^ 0xff), a);
        const small: u16 = @truncate(a);
        try expectEqual(@as(u16, @truncate((((((big + 7) * 3 + 1) >> 100) << 3) | 1) ^ 0xff)), small);
        try expectEqual(@as(u9, 256 - 192 + 3), @clz(big));
    }
    test "signed beyond 128 bits" {
        var a: i200 = -5;
        a *= 1 << 140;
        try expectEqual(@as(i200, -5 << 140), a);
        try expect(a < 0);
        a = -a;
        try expect(a == 5 << 140);
        const wide: i300 = a;
        try expect(wide == 5 << 140);
        const bits: u200 = @bitCast(-a);
        try expect(@as(i200, @bitCast(bits)) == -5 << 140);
        try expectEqual(@as(i64, 5), @as(i64, @intCast(@divTrunc(a, 1 << 140))));
        const r = @addWithOverflow(@as(u129, std.math.maxInt(u129)), @as(u129, 1));
        try expect(r[0] == 0 and r[1] == 1);
        try expect(~@as(u130, 0) == std.math.maxInt(u130));
        try expect(@min(a, 3) == 3);
    }
    test "bytes of a wide integer" {
        var a: u136 = 0x0102030405060708090a0b0c0d0e0f1011;
        _ = &a;
        const bytes: [17]u8 = @bitCast(a);
        try expect(bytes[0] == 0x11 and bytes[16] == 1);
        try expect(@as(u136, @bitCast(bytes)) == a);
    }
    test "an array of very wide integers" {
        var array = [_]u4000{ 0, std.math.maxInt(u4000), 1 << 3999 };
        array[0] = array[1] - 1;
        try expect(array[0] == std.math.maxInt(u4000) - 1);
        try expect(array[2] >> 3999 == 1);
        var undef: u500 = undefined;
        undef = 4;
        try expect(undef == 4);
    }

    const Inner = packed struct(u24) { lo: u10, hi: i14 };
    const Wide = packed struct(u184) { head: u9, flag: bool, value: f32, inner: Inner, kind: enum(u3) { a, b, c }, tail: i100, rest: u15 };
    test "packed structs beyond 128 bits" {
        var s: Wide = .{ .head = 300, .flag = true, .value = 1.5, .inner = .{ .lo = 1000, .hi = -2 }, .kind = .b, .tail = -7, .rest = 1 };
        s.head += 5;
        s.inner.hi -= 3;
        s.tail *= 3;
        s.kind = .c;
        try expect(s.head == 305 and s.flag and s.value == 1.5 and s.inner.lo == 1000 and s.inner.hi == -5);
        try expect(s.kind == .c and s.tail == -21 and s.rest == 1);
        const bits: u184 = @bitCast(s);
        try expect(@as(Wide, @bitCast(bits)) == s);
        const tail = &s.tail;
        tail.* += 1;
        try expect(s.tail == -20 and tail.* == -20);
    }`,
  'printing, switches, traps': `
    const std = @import("std");
    const S = struct { a: u200, b: i136 };
    pub fn main() void {
        var a: u256 = 1 << 255;
        _ = &a;
        var b: i200 = -12345678901234567890123456789012345678901234567890;
        _ = &b;
        std.debug.print("{d} {x} {}\\n", .{ a, a, b });
        std.debug.print("{d:>80}|{b}\\n", .{ b, @as(u129, 1 << 128) + @as(u129, @intCast(a >> 255)) });
        const s: S = .{ .a = @truncate(a >> 100), .b = @intCast(@divTrunc(b, 1 << 100)) };
        std.debug.print("{any}\\n", .{s});
        switch (a) {
            0 => std.debug.print("zero\\n", .{}),
            1...5 => std.debug.print("few\\n", .{}),
            1 << 255 => std.debug.print("top\\n", .{}),
            else => std.debug.print("else\\n", .{}),
        }
        var sum: u300 = 0;
        for (0..10) |i| sum += @as(u300, i) << 200;
        std.debug.print("{d} {}\\n", .{ sum, sum == 45 << 200 });
        a += a;
    }`,
});
