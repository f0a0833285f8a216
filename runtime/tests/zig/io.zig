//! std.Io.Writer and std.Io.Reader under random operations, with small buffers.
const std = @import("std");
const common = @import("common.zig");
const Io = std.Io;

fn errorName(w: *Io.Writer, err: anyerror) !void {
    try w.print(" !{s}", .{@errorName(err)});
}

fn fixedWriter(out: *Io.Writer) !void {
    var digest: common.Digest = .{ .shown = 5 };
    var random: common.SplitMix = .{ .state = 1 };
    for (0..500) |_| {
        var line: [1024]u8 = undefined;
        var log: Io.Writer = .fixed(&line);
        var buffer: [24]u8 = undefined;
        var w: Io.Writer = .fixed(buffer[0..@intCast(random.next() % 24)]);
        for (0..4) |_| {
            const n: usize = @intCast(random.next() % 9);
            const result = switch (random.next() % 5) {
                0 => w.writeAll("abcdefghi"[0..n]),
                1 => w.writeByte('x'),
                2 => w.splatByteAll('-', n),
                3 => w.print("<{d}|{s}>", .{ n, "\xff\xc3z" }),
                else => w.splatBytesAll("ab", n),
            };
            result catch |err| try errorName(&log, err);
            try log.print(" {d}:{x}", .{ w.end, w.buffered() });
        }
        try digest.row(out, log.buffered());
    }
    try digest.finish(out, "fixed writer");
}

fn otherWriters(out: *Io.Writer) !void {
    var buffer: [10]u8 = undefined;
    var discarding: Io.Writer.Discarding = .init(&buffer);
    try discarding.writer.print("{d} {s}", .{ 12345, "some longer text" });
    try out.print("{d}", .{discarding.fullCount()});
    try discarding.writer.writeAll("abc");
    try out.print(" {d}", .{discarding.fullCount()});
    var allocating: Io.Writer.Allocating = .init(std.heap.page_allocator);
    try allocating.writer.print("{d} {s}", .{ 5, "\xfe!" });
    try allocating.writer.splatByteAll('z', 3);
    try out.print(" {x}", .{allocating.written()});
    allocating.clearRetainingCapacity();
    inline for (.{ 0, 1, 127, 128, 300, 1 << 40 }) |n| try allocating.writer.writeUleb128(@as(u64, n));
    inline for (.{ 0, -1, 63, 64, -64, -65, 1 << 40 }) |n| try allocating.writer.writeLeb128(@as(i64, n));
    try out.print(" {x}", .{allocating.written()});
    var small: [6]u8 = undefined;
    const fits = try std.fmt.bufPrint(&small, "{d}-{d}", .{ 12, 34 });
    try out.print(" {s}", .{fits});
    if (std.fmt.bufPrint(&small, "{d}-{d}", .{ 123, 4567 })) |_| unreachable else |err| try out.print(" {s} {s}", .{ @errorName(err), small });
    try out.print(" {d}\n", .{std.fmt.count("{d} {s}", .{ 1000, "abc" })});
}

fn readerRow(r: *Io.Reader, random: *common.SplitMix, log: *Io.Writer) !void {
    const n: usize = @intCast(random.next() % 14);
    var space: [40]u8 = undefined;
    var sink: Io.Writer.Allocating = .init(std.heap.page_allocator);
    defer sink.deinit();
    switch (random.next() % 16) {
        0 => if (r.takeByte()) |b| try log.print("{d}", .{b}) else |err| try errorName(log, err),
        1 => if (r.take(n)) |s| try log.print("{x}", .{s}) else |err| try errorName(log, err),
        2 => if (r.peek(n)) |s| try log.print("{x}", .{s}) else |err| try errorName(log, err),
        3 => if (r.takeDelimiterExclusive('\n')) |s| try log.print("{x}", .{s}) else |err| try errorName(log, err),
        4 => if (r.takeDelimiterInclusive('\n')) |s| try log.print("{x}", .{s}) else |err| try errorName(log, err),
        5 => if (r.takeDelimiter('\n')) |s| {
            if (s) |bytes| try log.print("{x}", .{bytes}) else try log.print("null", .{});
        } else |err| try errorName(log, err),
        6 => if (r.peekDelimiterExclusive('b')) |s| try log.print("{x}", .{s}) else |err| try errorName(log, err),
        7 => if (r.readSliceShort(space[0 .. 3 * n])) |count| try log.print("{x}", .{space[0..count]}) else |err| try errorName(log, err),
        8 => if (r.readSliceAll(space[0..n])) |_| try log.print("{x}", .{space[0..n]}) else |err| try errorName(log, err),
        9 => if (r.discardShort(2 * n)) |count| try log.print("{d}", .{count}) else |err| try errorName(log, err),
        10 => if (r.streamDelimiterEnding(&sink.writer, 'c')) |count| try log.print("{d}", .{count}) else |err| try errorName(log, err),
        11 => if (r.streamDelimiter(&sink.writer, '\n')) |count| try log.print("{d}", .{count}) else |err| try errorName(log, err),
        12 => if (r.discardDelimiterInclusive('\n')) |count| try log.print("{d}", .{count}) else |err| try errorName(log, err),
        13 => if (r.takeInt(u32, .little)) |value| try log.print("{d}", .{value}) else |err| try errorName(log, err),
        14 => if (r.streamExact(&sink.writer, n)) |_| {} else |err| try errorName(log, err),
        else => if (r.peekByte()) |b| try log.print("{d}", .{b}) else |err| try errorName(log, err),
    }
    try log.print(" {x}", .{sink.written()});
}

fn readers(out: *Io.Writer, io: Io) !void {
    var text: [900]u8 = undefined;
    var random: common.SplitMix = .{ .state = 2 };
    for (&text) |*byte| {
        const letter: u8 = @intCast(random.next() % 12);
        byte.* = if (letter < 2) '\n' else 'a' + letter - 2;
    }
    const path = "/tmp/zig2rust-runtime-io-test.txt";
    try Io.Dir.cwd().writeFile(io, .{ .sub_path = path, .data = &text });
    var digest: common.Digest = .{ .shown = 5 };
    for (0..60) |round| {
        var buffer: [16]u8 = undefined;
        const file = try Io.Dir.cwd().openFile(io, path, .{});
        defer file.close(io);
        var file_reader = file.readerStreaming(io, &buffer);
        var fixed: Io.Reader = .fixed(&text);
        const r = if (round % 2 == 0) &fixed else &file_reader.interface;
        for (0..200) |_| {
            var line: [1024]u8 = undefined;
            var log: Io.Writer = .fixed(&line);
            try readerRow(r, &random, &log);
            try digest.row(out, log.buffered());
        }
    }
    try digest.finish(out, "readers");
}

pub fn main(init: std.process.Init) !void {
    var buffer: [65536]u8 = undefined;
    var file = Io.File.stdout().writerStreaming(init.io, &buffer);
    try fixedWriter(&file.interface);
    try otherWriters(&file.interface);
    try readers(&file.interface, init.io);
    try file.interface.flush();
}
