//! @Vector operations on random lanes.
const std = @import("std");
const common = @import("common.zig");

fn show(w: *std.Io.Writer, v: anytype) !void {
    const info = @typeInfo(@TypeOf(v)).vector;
    const array: [info.len]info.child = v;
    for (array) |lane| {
        if (info.child == bool) try w.print("{d},", .{@intFromBool(lane)}) else try w.print("{d},", .{lane});
    }
    try w.writeByte(' ');
}

fn ints(comptime T: type, comptime n: usize, out: *std.Io.Writer) !void {
    const V = @Vector(n, T);
    const bits = @bitSizeOf(T);
    const U = @Int(.unsigned, bits);
    var digest: common.Digest = .{ .shown = 1 };
    var random: common.SplitMix = .{ .state = bits };
    for (0..300) |_| {
        var a: [n]T = undefined;
        var b: [n]T = undefined;
        var s: [n]std.math.Log2Int(T) = undefined;
        for (&a, &b, &s) |*x, *y, *amount| {
            x.* = @bitCast(@as(U, @truncate(random.next())));
            y.* = if (random.next() % 4 == 0) x.* else @bitCast(@as(U, @truncate(random.next())) >> @intCast(random.next() % bits));
            amount.* = @intCast(random.next() % bits);
        }
        const v: V = a;
        const u: V = b;
        const amounts: @Vector(n, std.math.Log2Int(T)) = s;
        var line: [4096]u8 = undefined;
        var w: std.Io.Writer = .fixed(&line);
        inline for (.{ v +% u, v -% u, v *% u, v +| u, v -| u, v *| u, v & u, v | u, v ^ u, ~v, @min(v, u), @max(v, u), v << amounts, v >> amounts }) |r| try show(&w, r);
        inline for (.{ v == u, v != u, v < u, v <= u, v > u, v >= u }) |r| try show(&w, r);
        const o = @addWithOverflow(v, u);
        try show(&w, o[0]);
        try show(&w, o[1]);
        try show(&w, @subWithOverflow(v, u)[1]);
        try show(&w, @mulWithOverflow(v, u)[1]);
        try w.print("{d} {d} {d} {d} {d} {d} {d} ", .{ @reduce(.Add, v), @reduce(.Mul, v), @reduce(.Min, v), @reduce(.Max, v), @reduce(.And, v), @reduce(.Or, v), @reduce(.Xor, v) });
        try show(&w, @shuffle(T, v, u, [_]i32{ 0, -1, 1, -3, 2, 2 }));
        try show(&w, @select(T, v < u, v, u));
        // Of five lanes the compiler (0.16.0, x86_64) makes a u5 with bits above its width.
        if (n != 5) try w.print("{d} ", .{@as(@Int(.unsigned, n), @bitCast(v < u))});
        try w.print("{} {}", .{ @reduce(.And, v <= u), @reduce(.Or, v < u) });
        try digest.row(out, w.buffered());
    }
    try digest.finish(out, @typeName(V));
}

fn floats(comptime T: type, out: *std.Io.Writer) !void {
    const V = @Vector(4, T);
    var digest: common.Digest = .{ .shown = 1 };
    var random: common.SplitMix = .{ .state = 77 };
    for (0..300) |_| {
        var a: [4]T = undefined;
        var b: [4]T = undefined;
        for (&a, &b) |*x, *y| {
            x.* = @as(T, @floatFromInt(random.next() % 100000)) / 7;
            y.* = if (random.next() % 9 == 0) std.math.nan(T) else -@as(T, @floatFromInt(random.next() % 1000)) / 3;
        }
        const v: V = a;
        const u: V = b;
        var line: [4096]u8 = undefined;
        var w: std.Io.Writer = .fixed(&line);
        inline for (.{ v + v, v - v * v, v / @as(V, @splat(3)), -v, @min(v, u), @max(v, u), @sqrt(v), @floor(v) }) |r| try show(&w, r);
        inline for (.{ v == u, v != u, v < u, u >= v }) |r| try show(&w, r);
        try w.print("{d} {d} {d} {d} {d}", .{ @reduce(.Add, v), @reduce(.Mul, v), @reduce(.Min, v), @reduce(.Max, v), @reduce(.Max, u) });
        try digest.row(out, w.buffered());
    }
    try digest.finish(out, @typeName(V));
}

pub fn main(init: std.process.Init) !void {
    var buffer: [65536]u8 = undefined;
    var file = std.Io.File.stdout().writerStreaming(init.io, &buffer);
    const out = &file.interface;
    try ints(u8, 8, out);
    try ints(i8, 3, out);
    try ints(u32, 4, out);
    try ints(i64, 5, out);
    try floats(f32, out);
    try floats(f64, out);
    try out.flush();
}
