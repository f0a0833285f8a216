/** `f80` and `f128`, which the runtime has. */
import { describeSameBehaviour } from '../support/differential.js';

const std =
  'const std = @import("std"); const expect = std.testing.expect; const expectEqual = std.testing.expectEqual;';

describeSameBehaviour('wide floats', {
  'arithmetic and comparison': `${std}
    const third: f128 = 1.0 / 3.0;
    fn sum(comptime T: type, a: T, b: T) T { return a + b; }
    test "wide" {
        var a: f128 = 1.5;
        _ = &a;
        var b: f80 = 0.1;
        _ = &b;
        try expect(a * third == 0.5);
        try expect(sum(f128, a, 2) == 3.5);
        try expect(sum(f80, b, -0.1) == 0);
        try expect(-a < a and a >= 1.5 and b != 0.2);
        a += 1;
        a /= 2;
        a -= 0.25;
        a *= 3;
        try expectEqual(3, a);
        try expect(@mod(-a, 2) == 1 and @rem(-a, 2) == -1);
        try expect(@divFloor(-a, 2) == -2 and @divTrunc(-a, 2) == -1);
        try expect(@max(a, 7) == 7 and @min(b, 3) == b);
        try expect(@sqrt(a * 3) == 3 and @abs(-b) == b);
        try expect(@floor(b) == 0 and @ceil(b) == 1 and @round(b * 5) == 1 and @trunc(-b) == 0);
        try expect(@mulAdd(f80, b, 10, -1) != 0);
        try expect(@exp(a) > 20.08 and @log2(b * 20) == 1);
        try expect(@sin(a) < 0.15 and @cos(b) > 0.99 and @tan(a) == -0.1425465430742778052956354105339134932260922849018046476332389766888585952215385381);
        var h: f16 = 1.5;
        h += 1;
        try expect(h == 2.5);
    }`,
  conversions: `${std}
    test "conversions" {
        var b: f80 = 0.1;
        _ = &b;
        try expect(@as(f128, b) != 0.1);
        try expect(@as(f80, @floatCast(@as(f128, b))) == b);
        try expectEqual(@as(f64, 0.1), @as(f64, @floatCast(b)));
        try expect(@as(f32, @floatCast(b)) == 0.1 and @as(f16, @floatCast(b)) == 0.1);
        var n: u32 = 7;
        var m: i128 = -(1 << 100) - 1;
        _ = .{ &n, &m };
        const wide: f128 = n;
        try expect(wide / 7 == 1);
        try expect(@as(f128, @floatFromInt(m)) == -0x1p100 - 1);
        try expect(@as(i128, @intFromFloat(@as(f128, @floatFromInt(m)))) == m);
        try expect(@as(i8, @intFromFloat(b - 128)) == -127);
        try expect(@as(u128, @bitCast(wide)) == 0x4001c000000000000000000000000000);
        try expect(@as(f80, @bitCast(@as(u80, 0x3fff8000000000000000))) == 1);
        const half: f16 = 1.5;
        try expect(@as(f128, half) == 1.5);
        try std.testing.expectApproxEqAbs(wide, 7.0000001, 1e-5);
        try std.testing.expectApproxEqRel(wide, wide + b * 1e-9, 1e-5);
    }`,
  'beyond the range of doubles at comptime': `${std}
    test "comptime" {
        comptime {
            const max = std.math.floatMax(f128);
            const inf = std.math.inf(f128);
            try expect(max < inf and -max > -inf and max != inf);
            try expect(max - inf == -inf and max * 2 == inf and max / inf == 0);
            const least = std.math.floatTrueMin(f80);
            try expect(least > 0 and least / 2 == 0 and 1 / least == std.math.inf(f80));
        }
        var max = std.math.floatMax(f128);
        _ = &max;
        try expect(max == std.math.floatMax(f128) and max < std.math.inf(f128));
    }`,
  'special values and memory': `${std}
    const Pair = extern struct { wide: f80, byte: u8 };
    const Bits = packed struct { half: f16, whole: f128 };
    test "special" {
        try expect(@sizeOf(Pair) == 32 and @alignOf(f80) == 16);
        var pair: Pair = .{ .wide = std.math.floatMax(f80), .byte = 3 };
        _ = &pair;
        try expect(pair.wide < std.math.inf(f80) and pair.wide * 2 == std.math.inf(f80));
        var bits: Bits = .{ .half = 1, .whole = -0.0 };
        _ = &bits;
        try expect(bits.whole == 0 and std.math.signbit(bits.whole));
        try expect(std.math.floatTrueMin(f128) / 2 == bits.whole);
        const nan = std.math.nan(f128);
        try expect(std.math.isNan(nan + bits.whole) and nan != nan and !(nan < 1));
        const lanes: @Vector(4, f80) = .{ 1, 2, 3, 0.5 };
        try expect(@reduce(.Add, lanes + lanes) == 13);
        try expect(@reduce(.Max, lanes) == 3);
        const list = [_]f128{ 1, 2.5 };
        var all: f128 = 0;
        for (list) |one| all += one;
        try expect(all == 3.5);
    }`,
  'an integer part out of range': `
    pub fn main() void {
        var n: f128 = 256;
        _ = &n;
        const byte: u8 = @intFromFloat(n);
        _ = byte;
    }`,
});
