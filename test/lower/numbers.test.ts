/** Arithmetic, casts and comparisons do the same in both languages, traps included. */
import { describeSameBehaviour } from '../support/differential.js';

const std = 'const std = @import("std");\nconst expect = std.testing.expect;\n';

describeSameBehaviour('numbers', {
  'wrapping, saturating, divisions': `${std}
    fn run(a: u8, b: i32) !void {
        try expect(a +% 10 == 4);
        try expect(a -| 255 == 0);
        try expect(a +| 10 == 255);
        try expect(@divFloor(b, 2) == -4);
        try expect(@divTrunc(b, 2) == -3);
        try expect(@mod(b, 4) == 1);
        try expect(@rem(b, 4) == -3);
        try expect(b << 2 == -28);
        try expect(b >> 1 == -4);
    }
    test "numbers" {
        try run(250, -7);
    }`,
  'odd widths wrap and check at their own width': `${std}
    fn add(a: u5, b: u5) u5 {
        return a +% b;
    }
    fn flip(a: i7) i7 {
        return -a;
    }
    test "odd widths" {
        try expect(add(20, 20) == 8);
        try expect(flip(-63) == 63);
        const bits: u3 = @truncate(@as(u32, 13));
        try expect(bits == 5);
    }`,
  'comparisons of different types': `${std}
    fn less(a: i8, b: u64) bool {
        return a < b;
    }
    fn same(a: u128, b: i64) bool {
        return a == b;
    }
    test "compare" {
        try expect(less(-1, 0));
        try expect(!less(5, 5));
        try expect(same(7, 7));
        try expect(!same(std.math.maxInt(u128), -1));
    }`,
  casts: `${std}
    const Color = enum(u8) { red = 1, green = 2, blue = 4 };
    test "casts" {
        var n: i64 = 200;
        _ = &n;
        try expect(@as(u8, @intCast(n)) == 200);
        try expect(@as(i8, @truncate(n)) == -56);
        try expect(@as(f32, @floatFromInt(n)) == 200);
        try expect(@as(u16, @intFromFloat(@as(f64, 12.75))) == 12);
        try expect(@as(u32, @bitCast(@as(f32, 1))) == 0x3f800000);
        try expect(@intFromEnum(Color.blue) == 4);
        try expect(@as(Color, @enumFromInt(2)) == .green);
        try expect(@intFromBool(n > 5) == 1);
    }`,
  'named comptime numbers': `${std}
    const limit = 4 * 4;
    const ratio = 0.5;
    fn fits(n: usize) bool {
        return n < limit;
    }
    fn scaled(n: f64) f64 {
        return n * ratio;
    }
    test "named" {
        const local = limit + 1;
        try expect(fits(15) and !fits(16));
        try expect(scaled(3) == 1.5);
        try expect(fits(local - 2));
    }`,
});

describeSameBehaviour('traps', {
  overflow: 'pub fn main() void { var n: u8 = 255; _ = &n; n += 1; }',
  'overflow of an odd width': 'pub fn main() void { var n: u5 = 31; _ = &n; n += 1; }',
  'index out of bounds':
    'pub fn main() void { const a = [_]u8{ 1, 2 }; var i: usize = 2; _ = &i; if (a[i] == 0) unreachable; }',
  'null unwrapped': 'pub fn main() void { var n: ?u8 = null; _ = &n; if (n.? == 0) unreachable; }',
  'division by zero': 'pub fn main() void { var n: u8 = 0; _ = &n; if (10 / n == 0) unreachable; }',
  'cast out of range':
    'pub fn main() void { var n: u32 = 300; _ = &n; const m: u8 = @intCast(n); if (m == 0) unreachable; }',
  'unreachable reached': 'pub fn main() void { var n: u8 = 3; _ = &n; if (n == 3) unreachable; }',
  'an error that must not be':
    'fn f(n: u8) !u8 { return if (n == 3) error.Three else n; }\npub fn main() void { var n: u8 = 3; _ = &n; if ((f(n) catch unreachable) == 0) unreachable; }',
  'the wrong field of a union':
    'const U = union { a: u32, b: u8 };\npub fn main() void { var u: U = .{ .a = 5 }; _ = &u; if (u.b == 0) unreachable; }',
  'for over different lengths':
    'fn f(a: []const u8, b: []const u8) u8 { var n: u8 = 0; for (a, b) |x, y| n += x + y; return n; }\npub fn main() void { var n: usize = 1; _ = &n; const t = "ab"; if (f(t[0..n], t) == 0) unreachable; }',
});

// The obvious Rust adds and multiplies at the native width, and looks at the result once, or never.
describeSameBehaviour('chains of odd widths are checked where Zig checks them', {
  'a sum that stays inside': `${std}
    fn total(a: u21, b: u21, c: u21) u21 {
        return a + b * c + 1;
    }
    test "total" {
        try expect(total(1, 2, 3) == 8);
        try expect(total(0, 1448, 1448) == 2096705);
    }`,
  'a sum of products that leaves the width': `
    fn total(a: u21, b: u21, c: u21) u21 {
        return a + b * c;
    }
    pub fn main() void { if (total(1, 1449, 1449) == 0) unreachable; }`,
  'a product whose last factor is zero': `
    fn product(a: u7, b: u7, c: u7) u7 {
        return a * b * c;
    }
    pub fn main() void { if (product(100, 2, 0) != 0) unreachable; }`,
  'a sum that a product makes nothing': `
    fn product(a: u4, b: u4, c: u4) u4 {
        return (a + b) * c;
    }
    pub fn main() void { if (product(9, 9, 0) != 0) unreachable; }`,
  'what stands behind the check does not happen': `
    const std = @import("std");
    fn said(n: u5) u5 {
        std.debug.print("said {d}\\n", .{n});
        return n;
    }
    pub fn main() void {
        var n: u5 = 20;
        _ = &n;
        if (n + n + said(3) == 0) unreachable;
    }`,
  'an operand of a difference': `
    fn rest(a: u21, b: u21, c: u21) u21 {
        return a + b - c;
    }
    pub fn main() void { if (rest(2097151, 1, 5) == 0) unreachable; }`,
});

// Rust's `as` gives 255 for 256.0, 0 for -1.0, and no trap.
describeSameBehaviour('floats out of range trap', {
  'the greatest that fits': `${std}
    fn byte(value: f64) u8 {
        return @intFromFloat(value);
    }
    test "byte" {
        try expect(byte(255.99) == 255 and byte(-0.99) == 0);
    }`,
  'too great': 'pub fn main() void { var x: f64 = 256; _ = &x; if (@as(u8, @intFromFloat(x)) == 255) unreachable; }',
  negative: 'pub fn main() void { var x: f64 = -1; _ = &x; if (@as(u8, @intFromFloat(x)) != 0) unreachable; }',
});

// `transmute` makes an enum of any number; reading it is undefined then.
describeSameBehaviour('a number without a tag traps', {
  'between two tags': `
    const Level = enum(u8) { low = 1, high = 9 };
    fn level(raw: u8) Level {
        return @enumFromInt(raw);
    }
    pub fn main() void { if (level(5) == .low) unreachable; }`,
  'a non-exhaustive enum takes it': `${std}
    const Level = enum(u8) { low = 1, high = 9, _ };
    fn level(raw: u8) Level {
        return @enumFromInt(raw);
    }
    test "open" {
        try expect(@intFromEnum(level(5)) == 5 and level(9) == .high);
    }`,
});

// A read of a `u32` through a cast pointer is undefined at these addresses, and a panic where rustc checks it.
describeSameBehaviour('words at odd addresses', {
  'every offset': `${std}
    fn wordAt(bytes: []const u8, offset: usize) u32 {
        const word: *align(1) const u32 = @ptrCast(&bytes[offset]);
        return word.*;
    }
    fn bump(bytes: []u8, offset: usize) void {
        const half: *align(1) u16 = @ptrCast(&bytes[offset]);
        half.* += 1;
    }
    test "words" {
        var bytes = [_]u8{ 0, 1, 2, 3, 4, 5, 6, 7 };
        for (0..5) |offset| {
            try expect(wordAt(&bytes, offset) & 0xff == offset);
            bump(&bytes, offset);
            bytes[offset] -= 1;
        }
    }`,
});
