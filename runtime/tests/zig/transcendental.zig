//! The transcendental builtins.
const std = @import("std");
const common = @import("common.zig");

fn bitsOf(x: anytype) @Int(.unsigned, @bitSizeOf(@TypeOf(x))) {
    return if (std.math.isNan(x)) @bitCast(std.math.nan(@TypeOf(x))) else @bitCast(x);
}

fn transcendental(comptime F: type, out: *std.Io.Writer) !void {
    var digest: common.Digest = .{ .shown = 2 };
    var random: common.SplitMix = .{ .state = 100 + @bitSizeOf(F) };
    for (0..20000) |i| {
        const pair = common.floatPair(F, &random, i);
        const a = pair[0];
        const b = pair[1];
        var line: [512]u8 = undefined;
        var w: std.Io.Writer = .fixed(&line);
        inline for (.{ @sin(a), @cos(a), @tan(a), @exp(b), @exp2(b), @log(@abs(a)), @log2(@abs(a)), @log10(@abs(a)) }) |r| try w.print("{x} ", .{bitsOf(r)});
        try digest.row(out, w.buffered());
    }
    try digest.finish(out, "transcendental " ++ @typeName(F));
}

pub fn main(init: std.process.Init) !void {
    var buffer: [65536]u8 = undefined;
    var file = std.Io.File.stdout().writerStreaming(init.io, &buffer);
    try transcendental(f32, &file.interface);
    try transcendental(f64, &file.interface);
    try file.interface.flush();
}
