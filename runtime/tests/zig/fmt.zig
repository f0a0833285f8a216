//! Formatting: literal lines for every specifier and type, digests over many random numbers.
const std = @import("std");
const common = @import("common.zig");

const Color = enum { red, blue };
const Open = enum(u8) { a, _ };
const Shape = union(enum) { circle: u32, none: void, pair: struct { x: i8, y: i8 } };
const Point = struct { x: i32, y: f32, label: []const u8 };
const Deep = struct { next: ?*const Deep, value: u8 };
const Fail = error{Foo};

fn literal(out: *std.Io.Writer) !void {
    const point: Point = .{ .x = -1, .y = 2.5, .label = "hi" };
    const d1: Deep = .{ .next = null, .value = 1 };
    const d2: Deep = .{ .next = &d1, .value = 2 };
    const d3: Deep = .{ .next = &d2, .value = 3 };
    const d4: Deep = .{ .next = &d3, .value = 4 };
    const none: ?u32 = null;
    const fail: Fail!u32 = error.Foo;
    const good: Fail!u32 = 5;
    try out.print("{d}|{d:5}|{d:<5}|{d:^6}|{d:0>6}|{d:05}|{d:*^7}|{d:0}\n", .{ @as(i8, 3), @as(i8, 3), @as(i8, -3), @as(u8, 3), @as(i16, -3), @as(u8, 3), @as(i32, 42), @as(i32, 7) });
    try out.print("{x}|{X}|{b}|{o}|{x:0>4}|{x:6}|{X:<6}|{b:0>10}|\n", .{ @as(i8, -128), @as(u128, 0xabcdef), @as(u8, 5), @as(i16, -8), @as(u8, 10), @as(i8, 10), @as(u8, 255), @as(i8, -5) });
    try out.print("{s}|{s:>6}|{s:^7}|{s:*<5}|{s:3}|{s:.2}|\n", .{ "abc", "ab", "cde", "z", "\u{e9}", "long" });
    try out.print("{x}|{X}|{b64}|{b64}|{b64}|\n", .{ "hi\xff", "hi\xff", "hello", "", "abc" });
    try out.print("{c}|{c:5}|{c:<3}|{u}|{u}|{u}|\n", .{ 'x', 'a', 'b', @as(u21, 0x1F600), @as(u21, 0xd800), @as(u21, 0x10ff90) });
    try out.print("{?}|{?d:6}|{any}|{?x}|{?s}|{any:6}|\n", .{ none, none, none, @as(?u8, 255), @as(?[]const u8, "opt"), none });
    try out.print("{!}|{any}|{!}|{!d}|{any}|{t}|{t:>5}|\n", .{ fail, fail, good, good, error.Foo, error.Foo, error.Foo });
    try out.print("{}|{any}|{t}|{t:>6}|{}|{}|{d}|\n", .{ Color.red, Color.blue, Color.red, Color.red, @as(Open, @enumFromInt(7)), Open.a, Color.blue });
    try out.print("{}|{any}|{}|{t}|\n", .{ Shape{ .circle = 5 }, Shape{ .none = {} }, Shape{ .pair = .{ .x = 1, .y = -1 } }, Shape{ .circle = 4 } });
    try out.print("{}|{}|{:>6}|{:<6}|{}|{}|\n", .{ true, {}, false, true, .{}, struct {}{} });
    try out.print("{}|{any:4}|{any:.1}|\n", .{ point, point, point });
    try out.print("{}|{any}|\n", .{ d4, &d4 });
    try out.print("{any}|{any}|{any}|{any}|\n", .{ &[_]u8{ 1, 2 }, [_][2]u8{ .{ 1, 2 }, .{ 3, 4 } }, [_]u8{}, [_][1][1][1]u8{.{.{.{1}}}} });
    try out.print("{any}|{any:4}|{}|\n", .{ .{ 1, "ab", .{ .a = true } }, .{ @as(u8, 1), @as(i8, 2) }, .{ @as(u8, 1), .{ @as(u8, 1), .{ @as(u8, 1), .{@as(u8, 1)} } } } });
    try out.print("{d}|{d:3}|{x}|{d:.1}|\n", .{ @Vector(2, i8){ 1, -1 }, @Vector(2, u8){ 1, 2 }, @Vector(2, u8){ 15, 255 }, @Vector(2, f32){ 1, -1 } });
    try out.print("{d}|{d}|{d:8}|{x}|{X}|{d}|{e}|{x}|{d:.2}|\n", .{ std.math.nan(f64), -std.math.nan(f64), -std.math.inf(f32), std.math.inf(f32), std.math.nan(f64), @as(f64, -0.0), @as(f64, 0), @as(f32, -0.0), @as(f64, 0) });
    try out.print("{d:.400}|{d}|{d}|{e}|{d:.300}\n", .{ @as(f64, 1.5), std.math.floatMax(f64), std.math.floatTrueMin(f64), std.math.floatMax(f32), std.math.floatMax(f64) });
    try out.print("{x:.0}|{x:.0}|{x:.3}|{x:.2}|{x:.20}|\n", .{ @as(f64, 0), @as(f64, 1.5), @as(f64, 0), @as(f64, 1.9999), @as(f32, 1.1) });
    inline for (.{ 0, 5, 511, 512, 999, 1000, 1023, 1024, 1536, 123456789, std.math.maxInt(u64) }) |n| {
        try out.print("{B}|{Bi}|{B:.2}|{Bi:.1}|{B:>12}|{Bi:_<12}|\n", .{ n, n, n, n, n, n });
    }
    inline for (.{ 0, 1, 999, 1000, 1500, 61_000_000_000, -3_661_000_000_001, 90_000_000_000_000_000, 1_001_000 }) |n| {
        try out.print("{f}|", .{std.Io.Duration.fromNanoseconds(n)});
    }
    try out.print("\n", .{});
    try out.print("{s}|{c}|{s}\n", .{ "\xff\x80ok\xc3", 0xfe, "\u{10ff90}" });
}

fn floats(comptime F: type, out: *std.Io.Writer) !void {
    const bits = @bitSizeOf(F);
    var digest: common.Digest = .{ .shown = 10 };
    var random: common.SplitMix = .{ .state = bits };
    for (0..20000) |i| {
        const raw: @Int(.unsigned, bits) = @truncate(random.next());
        const denominator: F = @floatFromInt(std.math.pow(u64, 10, random.next() % 7));
        const numerator: F = @floatFromInt(random.next() % 10_000_000);
        const exponent: i32 = @intCast(random.next() % 120);
        const x: F = switch (i % 4) {
            0 => @bitCast(raw),
            1 => numerator / denominator,
            2 => std.math.ldexp(@as(F, 1), exponent - 60),
            else => numerator * std.math.ldexp(@as(F, 1), -@rem(exponent, 12)),
        };
        const precision: usize = @intCast(random.next() % 9);
        var buffer: [4096]u8 = undefined;
        var w: std.Io.Writer = .fixed(&buffer);
        const args = .{ .x = x, .p = precision };
        try w.print("{[x]d} {[x]d:.[p]} {[x]e} {[x]e:.[p]} {[x]x} {[x]X:.[p]}", args);
        try digest.row(out, w.buffered());
    }
    try digest.finish(out, @typeName(F));
}

fn ints(comptime T: type, out: *std.Io.Writer) !void {
    const bits = @bitSizeOf(T);
    var digest: common.Digest = .{ .shown = 3 };
    var random: common.SplitMix = .{ .state = bits };
    for (0..2000) |_| {
        const x: T = @bitCast(@as(@Int(.unsigned, bits), @truncate(random.wide())) >> @intCast(random.next() % bits));
        var buffer: [4096]u8 = undefined;
        var w: std.Io.Writer = .fixed(&buffer);
        const args = .{ .x = x, .w = @as(usize, @intCast(random.next() % 20)) };
        try w.print("{[x]d} {[x]x} {[x]X} {[x]o} {[x]b} {[x]d:[w]}|{[x]x:0>[w]}|{[x]:<[w]}|{[x]any:^[w]}|", args);
        try digest.row(out, w.buffered());
    }
    try digest.finish(out, @typeName(T));
}

pub fn main(init: std.process.Init) !void {
    var buffer: [65536]u8 = undefined;
    var file = std.Io.File.stdout().writerStreaming(init.io, &buffer);
    const out = &file.interface;
    try literal(out);
    try floats(f32, out);
    try floats(f64, out);
    inline for (.{ u8, i8, u32, i32, u64, i64, u128, i128 }) |T| try ints(T, out);
    try out.flush();
}
