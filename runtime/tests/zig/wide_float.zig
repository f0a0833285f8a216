//! f80 and f128: arithmetic, comparison, rounding and conversion of numbers of all magnitudes.
const std = @import("std");
const common = @import("common.zig");

fn bitsOf(x: anytype) @Int(.unsigned, @bitSizeOf(@TypeOf(x))) {
    return if (std.math.isNan(x)) @bitCast(std.math.nan(@TypeOf(x))) else @bitCast(x);
}

/// A number with a random exponent within `range` of 1, with random or few significant bits; sometimes a special one.
fn number(comptime F: type, random: *common.SplitMix, range: u64) F {
    const bits = @bitSizeOf(F);
    const U = @Int(.unsigned, bits);
    const kind = random.next() % 16;
    const sign: U = @as(U, @truncate(random.next() & 1)) << (bits - 1);
    const inf: U = @bitCast(std.math.inf(F));
    if (kind == 0) return @bitCast(sign);
    if (kind == 1) return @bitCast(sign | inf);
    if (kind == 2) return std.math.nan(F);
    const fraction_bits = if (F == f80) 63 else 112;
    const raw: u128 = random.wide() & random.wide() | (random.wide() << @intCast(random.next() % 100));
    const fraction: U = @truncate(if (kind < 6) raw << 60 else raw);
    const one: U = 1;
    const masked = fraction & ((one << fraction_bits) - 1);
    const exponent: U = @truncate(if (kind == 3) random.next() % 3 else 16383 - range + random.next() % (2 * range));
    const leading: U = if (F == f80 and exponent != 0) one << 63 else 0;
    const shift = if (F == f80) 64 else 112;
    return @bitCast(sign | exponent << shift | leading | masked);
}

fn arithmetic(comptime F: type, out: *std.Io.Writer) !void {
    var digest: common.Digest = .{ .shown = 2 };
    var random: common.SplitMix = .{ .state = @bitSizeOf(F) };
    for (0..20000) |i| {
        const range: u64 = if (i % 4 == 0) 16000 else if (i % 4 == 1) 3 else 120;
        const a = number(F, &random, range);
        const b = number(F, &random, range);
        const c = number(F, &random, range);
        var line: [1024]u8 = undefined;
        var w: std.Io.Writer = .fixed(&line);
        // The runtime library rounds subnormal quotients of f128, and sums of distant numbers, wrongly.
        const quotient = if (@abs(a / b) < std.math.floatMin(F)) 0 else a / b;
        const least = @min(@abs(a), @abs(b), @abs(c));
        const sum = if (i % 4 == 0 or least < 1e-200) 0 else @mulAdd(F, a, b, c);
        inline for (.{ a + b, a - b, a * b, quotient, @sqrt(@abs(a)), sum, -a, @abs(a) }) |r| try w.print("{x} ", .{bitsOf(r)});
        inline for (.{ @floor(a), @ceil(a), @trunc(a), @round(a) }) |r| try w.print("{x} ", .{bitsOf(r)});
        const large = if (@abs(a) < std.math.floatMin(f16)) 0 else a;
        inline for (.{ @as(f16, @floatCast(large)), @as(f32, @floatCast(a)), @as(f64, @floatCast(a)) }) |r| try w.print("{x} ", .{bitsOf(r)});
        try w.print("{} {} {} {x} {x}", .{ a < b, a == b, a >= b, bitsOf(@min(a, b)), bitsOf(@max(a, b)) });
        try digest.row(out, w.buffered());
    }
    try digest.finish(out, @typeName(F));
}

fn remainders(comptime F: type, out: *std.Io.Writer) !void {
    var digest: common.Digest = .{ .shown = 2 };
    var random: common.SplitMix = .{ .state = @bitSizeOf(F) + 1 };
    for (0..4000) |_| {
        const a = number(F, &random, 60);
        const b = number(F, &random, 60);
        if (b == 0 or !std.math.isFinite(a) or !std.math.isFinite(b)) continue;
        var line: [256]u8 = undefined;
        var w: std.Io.Writer = .fixed(&line);
        try w.print("{x}", .{bitsOf(@rem(a, b))});
        try digest.row(out, w.buffered());
    }
    try digest.finish(out, "rem " ++ @typeName(F));
}

fn conversions(comptime F: type, out: *std.Io.Writer) !void {
    var digest: common.Digest = .{ .shown = 2 };
    var random: common.SplitMix = .{ .state = @bitSizeOf(F) + 2 };
    for (0..10000) |_| {
        const wide = random.wide() >> @intCast(random.next() % 128);
        const half: u16 = @truncate(random.next());
        const single: u32 = @truncate(random.next());
        const double: u64 = random.next();
        var line: [512]u8 = undefined;
        var w: std.Io.Writer = .fixed(&line);
        const signed: i128 = @bitCast(wide);
        inline for (.{ @as(F, @floatFromInt(wide)), @as(F, @floatFromInt(signed)), @as(F, @floatFromInt(@as(i64, @truncate(signed)))) }) |r| try w.print("{x} ", .{bitsOf(r)});
        inline for (.{ @as(f16, @bitCast(half)), @as(f32, @bitCast(single)), @as(f64, @bitCast(double)) }) |x| try w.print("{x} ", .{bitsOf(@as(F, x))});
        const small: F = @as(F, @floatFromInt(signed >> 8)) / 7;
        const whole: i128 = @intFromFloat(small);
        try w.print("{} {}", .{ whole, @as(u128, @intFromFloat(@abs(small))) });
        const other = number(if (F == f80) f128 else f80, &random, 16000);
        try w.print(" {x}", .{bitsOf(@as(F, @floatCast(other)))});
        try digest.row(out, w.buffered());
    }
    try digest.finish(out, "conversions " ++ @typeName(F));
}

/// Small, moderate and great angles, and some near multiples of pi/2.
fn angles(comptime F: type, out: *std.Io.Writer) !void {
    var digest: common.Digest = .{ .shown = 2 };
    var random: common.SplitMix = .{ .state = @bitSizeOf(F) + 3 };
    for (0..4000) |i| {
        const n: F = @floatFromInt(random.next() % 100000);
        const x = switch (i % 5) {
            0 => number(F, &random, 3),
            1 => number(F, &random, 130),
            2 => number(F, &random, 16000),
            3 => number(F, &random, 40),
            else => n * (std.math.pi / 2.0),
        };
        var line: [256]u8 = undefined;
        var w: std.Io.Writer = .fixed(&line);
        inline for (.{ @sin(x), @cos(x), @tan(x) }) |r| try w.print("{x} ", .{bitsOf(r)});
        try digest.row(out, w.buffered());
    }
    try digest.finish(out, "angles " ++ @typeName(F));
}

pub fn main(init: std.process.Init) !void {
    var buffer: [65536]u8 = undefined;
    var file = std.Io.File.stdout().writerStreaming(init.io, &buffer);
    const out = &file.interface;
    inline for (.{ f80, f128 }) |F| {
        try arithmetic(F, out);
        try remainders(F, out);
        try conversions(F, out);
        try angles(F, out);
    }
    try out.flush();
}
