//! Numbers in text: random texts over the characters that matter.
const std = @import("std");
const common = @import("common.zig");

fn randomText(random: *common.SplitMix, alphabet: []const u8, buffer: *[24]u8) []const u8 {
    const length = random.next() % buffer.len;
    for (buffer[0..length]) |*byte| byte.* = alphabet[random.next() % alphabet.len];
    return buffer[0..length];
}

fn integers(out: *std.Io.Writer) !void {
    var digest: common.Digest = .{ .shown = 4 };
    var random: common.SplitMix = .{ .state = 1 };
    for (0..40000) |i| {
        var buffer: [24]u8 = undefined;
        const alphabet: []const u8 = if (i % 2 == 0) "0123456789" else "+-_01279afxbozZ";
        const whole = randomText(&random, alphabet, &buffer);
        const text = whole[0..@min(whole.len, 1 + i % 12)];
        const base: u8 = ([_]u8{ 10, 0, 16, 2, 36 })[i % 5];
        var line: [256]u8 = undefined;
        var w: std.Io.Writer = .fixed(&line);
        try w.print("{s}", .{text});
        inline for (.{ u8, i8, i16, u32, i64, u128 }) |T| {
            if (std.fmt.parseInt(T, text, base)) |n| try w.print(" {d}", .{n}) else |err| try w.print(" {t}", .{err});
        }
        if (std.fmt.parseUnsigned(u64, text, base)) |n| try w.print(" {d}", .{n}) else |err| try w.print(" {t}", .{err});
        try digest.row(out, w.buffered());
    }
    try digest.finish(out, "integers");
}

fn floats(out: *std.Io.Writer) !void {
    var digest: common.Digest = .{ .shown = 4 };
    var random: common.SplitMix = .{ .state = 2 };
    for (0..40000) |i| {
        var buffer: [24]u8 = undefined;
        var text: [28]u8 = undefined;
        const alphabet: []const u8 = switch (i % 4) {
            0 => "0123456789.",
            1 => "0123456789.e-_",
            2 => "0123456789abcdefp.-_",
            else => "0123456789ABCDEF.",
        };
        const rest = randomText(&random, alphabet, &buffer);
        const prefix: []const u8 = switch (i % 8) {
            2, 3 => "0x",
            6 => "-0X",
            7 => "0x0.000",
            else => if (i % 3 == 0) "-" else "",
        };
        const joined = try std.fmt.bufPrint(&text, "{s}{s}", .{ prefix, rest[0..@min(rest.len, 21)] });
        try floatRow(&digest, out, joined);
    }
    for ([_][]const u8{ "inf", "-Infinity", "+nan", "infx", "", "-", "+-1", "1e400", "1e-400", "0x1p-1074", "0x1p-1075", "0x1.8p-1075", "0x1p1024", "0x.p1", "1e", "1_0e1_0", "0x1p-149", "3.4028236e38", "0x1.fffffep127" }) |text|
        try floatRow(&digest, out, text);
    try digest.finish(out, "floats");
}

fn floatRow(digest: *common.Digest, out: *std.Io.Writer, text: []const u8) !void {
    var line: [256]u8 = undefined;
    var w: std.Io.Writer = .fixed(&line);
    try w.print("{s}", .{text});
    inline for (.{ .{ f32, u32 }, .{ f64, u64 } }) |pair| {
        if (std.fmt.parseFloat(pair[0], text)) |x| {
            if (std.math.isNan(x)) try w.writeAll(" nan") else try w.print(" {x}", .{@as(pair[1], @bitCast(x))});
        } else |err| try w.print(" {t}", .{err});
    }
    try digest.row(out, w.buffered());
}

pub fn main(init: std.process.Init) !void {
    var buffer: [65536]u8 = undefined;
    var file = std.Io.File.stdout().writerStreaming(init.io, &buffer);
    const out = &file.interface;
    try integers(out);
    try floats(out);
    try out.flush();
}
