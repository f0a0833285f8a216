//! Floats: arithmetic of f16 (every number printed, random pairs calculated), @mod and its like.
const std = @import("std");
const common = @import("common.zig");

fn bitsOf(x: anytype) @Int(.unsigned, @bitSizeOf(@TypeOf(x))) {
    return if (std.math.isNan(x)) @bitCast(std.math.nan(@TypeOf(x))) else @bitCast(x);
}

fn printF16(out: *std.Io.Writer) !void {
    var digest: common.Digest = .{ .shown = 4 };
    for (0..0x7c00) |i| {
        const x: f16 = @bitCast(@as(u16, @intCast(i)));
        var line: [256]u8 = undefined;
        var w: std.Io.Writer = .fixed(&line);
        try w.print("{d} {e} {x} {d:.3} {e:.2}", .{ x, -x, x, x, x });
        try digest.row(out, w.buffered());
    }
    try digest.finish(out, "f16 text");
}

fn arithmeticF16(out: *std.Io.Writer) !void {
    var digest: common.Digest = .{ .shown = 2 };
    var random: common.SplitMix = .{ .state = 16 };
    for (0..20000) |i| {
        const a: f16 = @bitCast(@as(u16, @truncate(random.next())));
        const near: u16 = @as(u16, @bitCast(a)) +% @as(u16, @truncate(random.next() % 2048));
        const b: f16 = @bitCast(if (i % 2 == 0) near else @as(u16, @truncate(random.next())));
        const c: f16 = @bitCast(@as(u16, @truncate(random.next())));
        const wide: f64 = @bitCast(random.next());
        const scaled: f64 = @as(f64, b) * (1.0 + @as(f64, @floatFromInt(random.next() % 4096)) / 4096.0);
        var line: [256]u8 = undefined;
        var w: std.Io.Writer = .fixed(&line);
        inline for (.{ a + b, a - b, a * b, a / b, @sqrt(@abs(a)), @mulAdd(f16, a, b, c), @floor(a), @round(a), -a }) |r| try w.print("{x} ", .{bitsOf(r)});
        if (b != 0) inline for (.{ @rem(a, b), @mod(a, b) }) |r| try w.print("{x} ", .{bitsOf(r)});
        inline for (.{ @as(f16, @floatCast(wide)), @as(f16, @floatCast(scaled)), @as(f16, @floatCast(@as(f32, @floatCast(scaled)))) }) |r| try w.print("{x} ", .{bitsOf(r)});
        try w.print("{x} {} {} {x} {x}", .{ bitsOf(@as(f64, a)), a < b, a == b, bitsOf(@min(a, b)), bitsOf(@max(a, b)) });
        try digest.row(out, w.buffered());
    }
    try digest.finish(out, "f16");
}

fn operations(comptime F: type, out: *std.Io.Writer) !void {
    var digest: common.Digest = .{ .shown = 2 };
    var random: common.SplitMix = .{ .state = @bitSizeOf(F) };
    for (0..5000) |i| {
        const pair = common.floatPair(F, &random, i);
        const a = pair[0];
        const b = pair[1];
        var line: [512]u8 = undefined;
        var w: std.Io.Writer = .fixed(&line);
        inline for (.{ @rem(a, b), @mod(a, b), @divFloor(a, b), @divTrunc(a, b), @min(a, b), @max(a, b), @round(a), @floor(a), @ceil(a), @trunc(a), @sqrt(a), @abs(a), @mulAdd(F, a, b, a) }) |r| try w.print("{x} ", .{bitsOf(r)});
        const near = a * (1 + b * 1e-9);
        try w.print("{} {}", .{ std.math.approxEqAbs(F, a, near, 1e-6), std.math.approxEqRel(F, a, near, 1e-7) });
        try digest.row(out, w.buffered());
    }
    try digest.finish(out, @typeName(F));
}

pub fn main(init: std.process.Init) !void {
    var buffer: [65536]u8 = undefined;
    var file = std.Io.File.stdout().writerStreaming(init.io, &buffer);
    const out = &file.interface;
    try printF16(out);
    try arithmeticF16(out);
    try operations(f32, out);
    try operations(f64, out);
    try out.flush();
}
