//! Every operation of rt::int, for many widths, on edge values and on random ones.
const std = @import("std");
const common = @import("common.zig");

const types = .{
    u1,  u2,  u3,  u5,  u7,  u8,  u9,  u15, u16, u17, u21, u24, u29, u31, u32, u33, u48, u63, u64, u65, u80, u100, u127, u128,
    i2,  i3,  i5,  i7,  i8,  i9,  i15, i16, i17, i21, i24, i29, i31, i32, i33, i48, i63, i64, i65, i80, i100, i127, i128,
    usize, isize,
};

fn pick(comptime T: type, random: *common.SplitMix) T {
    const bits = @typeInfo(T).int.bits;
    const U = @Int(.unsigned, bits);
    const choice = random.next() % 8;
    const raw: U = @truncate(random.wide());
    return switch (choice) {
        0 => std.math.minInt(T),
        1 => std.math.maxInt(T),
        2 => @bitCast(@as(U, @truncate(@as(u128, 0) -% (random.next() % 4)))),
        3 => @bitCast(@as(U, @truncate(random.next() % 8))),
        4 => @bitCast(raw >> @intCast(random.next() % bits)),
        else => @bitCast(raw),
    };
}

fn rows(comptime T: type, out: *std.Io.Writer) !void {
    const info = @typeInfo(T).int;
    const bits = info.bits;
    const signed = info.signedness == .signed;
    const Shift = std.math.Log2Int(T);
    var digest: common.Digest = .{ .shown = 2 };
    var random: common.SplitMix = .{ .state = bits + @as(u64, if (signed) 1000 else 0) };
    for (0..1500) |_| {
        const a = pick(T, &random);
        const b = pick(T, &random);
        const amount: Shift = @intCast(random.next() % bits);
        const wide_amount: u32 = @intCast(random.next() % (2 * bits));
        var buffer: [4096]u8 = undefined;
        var w: std.Io.Writer = .fixed(&buffer);
        try w.print("{d} {d} {d} {d} |", .{ a, b, amount, wide_amount });
        const add = @addWithOverflow(a, b);
        const sub = @subWithOverflow(a, b);
        const mul = @mulWithOverflow(a, b);
        const shl = @shlWithOverflow(a, amount);
        try w.print(" {d},{d} {d},{d} {d},{d} {d},{d} |", .{ add[0], add[1], sub[0], sub[1], mul[0], mul[1], shl[0], shl[1] });
        try w.print(" {d} {d} {d} {d} |", .{ a +% b, a -% b, a *% b, -%a });
        try w.print(" {d} {d} {d} {d} |", .{ a +| b, a -| b, a *| b, a <<| wide_amount });
        try w.print(" {d} {d} {d} {d} {d} {d} {d} |", .{ a << amount, a >> amount, ~a, @popCount(a), @clz(a), @ctz(a), @bitReverse(a) });
        if (bits % 8 == 0) try w.print(" {d} |", .{@byteSwap(a)});
        if (!signed and bits > 1) try w.print(" {d} {d} |", .{ std.math.rotl(T, a, wide_amount), std.math.rotr(T, a, wide_amount) });
        if (b == 0) {
            try w.print(" zero |", .{});
        } else if (signed and a == std.math.minInt(T) and b == -1) {
            try w.print(" overflow |", .{});
        } else {
            try w.print(" {d} {d} {d} {d} |", .{ @divTrunc(a, b), @divFloor(a, b), @rem(a, b), @mod(a, b) });
        }
        inline for (.{ u8, i8, u16, i32, u64, i64, u21, i7, u100, i128, u128 }) |Target| {
            if (std.math.cast(Target, a)) |value| try w.print(" {d}", .{value}) else try w.print(" -", .{});
            try w.print(",{d}", .{std.math.lossyCast(Target, a)});
        }
        try w.print(" | {s}", .{@tagName(std.math.order(a, b))});
        try digest.row(out, w.buffered());
    }
    try digest.finish(out, @typeName(T));
}

pub fn main(init: std.process.Init) !void {
    var buffer: [65536]u8 = undefined;
    var file = std.Io.File.stdout().writerStreaming(init.io, &buffer);
    inline for (types) |T| try rows(T, &file.interface);
    try file.interface.flush();
}
