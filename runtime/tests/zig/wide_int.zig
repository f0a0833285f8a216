//! Integers of more than 128 bits.
const std = @import("std");
const common = @import("common.zig");

fn pick(comptime T: type, random: *common.SplitMix) T {
    const bits = @typeInfo(T).int.bits;
    const U = @Int(.unsigned, bits);
    const choice = random.next() % 8;
    var raw: U = 0;
    for (0..(bits + 63) / 64) |_| raw = (raw << 64) | random.next();
    return switch (choice) {
        0 => std.math.minInt(T),
        1 => std.math.maxInt(T),
        2 => @bitCast(@as(U, 0) -% (random.next() % 4)),
        3 => @bitCast(@as(U, random.next() % 8)),
        4, 5 => @bitCast(raw >> @intCast(random.next() % bits)),
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
    for (0..400) |_| {
        const a = pick(T, &random);
        const b = pick(T, &random);
        const amount: Shift = @intCast(random.next() % bits);
        const wide_amount: u32 = @intCast(random.next() % (2 * bits));
        const line = try std.heap.page_allocator.alloc(u8, 32768);
        defer std.heap.page_allocator.free(line);
        var w: std.Io.Writer = .fixed(line);
        try w.print("{d} {x} {d:90} {d} |", .{ a, b, b, amount });
        const add = @addWithOverflow(a, b);
        const sub = @subWithOverflow(a, b);
        const mul = @mulWithOverflow(a, b);
        try w.print(" {d},{d} {d},{d} {d},{d} |", .{ add[0], add[1], sub[0], sub[1], mul[0], mul[1] });
        try w.print(" {d} {d} {d} {d} |", .{ a +| b, a -| b, a *| b, a <<| wide_amount });
        try w.print(" {d} {d} {x} {b} {o} {X} {d} {d} {d} {d} |", .{ a << amount, a >> amount, ~a, a & b, a | b, a ^ b, @popCount(a), @clz(a), @ctz(a), @bitReverse(a) });
        if (bits % 8 == 0) try w.print(" {d} |", .{@byteSwap(a)});
        if (b == 0) {
            try w.print(" zero |", .{});
        } else if (signed and a == std.math.minInt(T) and b == -1) {
            try w.print(" overflow |", .{});
        } else {
            try w.print(" {d} {d} {d} {d} |", .{ @divTrunc(a, b), @divFloor(a, b), @rem(a, b), @mod(a, b) });
        }
        inline for (.{ u8, i64, u100, i128, u128, u200, i129, i300 }) |Target| {
            if (std.math.cast(Target, a)) |value| try w.print(" {d}", .{value}) else try w.print(" -", .{});
            if (@typeInfo(Target).int.bits < bits) {
                const S = @Int(info.signedness, @typeInfo(Target).int.bits);
                try w.print(",{d}", .{@as(Target, @bitCast(@as(S, @truncate(a))))});
            }
        }
        try w.print(" | {s}", .{@tagName(std.math.order(a, b))});
        try digest.row(out, w.buffered());
    }
    try digest.finish(out, @typeName(T));
}

pub fn main(init: std.process.Init) !void {
    var buffer: [65536]u8 = undefined;
    var file = std.Io.File.stdout().writerStreaming(init.io, &buffer);
    inline for (.{ u129, i129, u160, i160, u192, i192, u256, i256, u257, i255, u512, i1000 }) |T| try rows(T, &file.interface);
    try file.interface.flush();
}
