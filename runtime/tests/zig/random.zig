//! std.Random, std.PriorityQueue and std.bit_set.
const std = @import("std");
const common = @import("common.zig");

fn randoms(out: *std.Io.Writer) !void {
    for (0..20) |seed| {
        var prng: std.Random.DefaultPrng = .init(seed * 0x123456789abcdef);
        if (seed % 4 == 3) prng.jump();
        const r = prng.random();
        for (0..20) |_| {
            try out.print("{d} {d} {d} {d} {d} {} ", .{ r.int(u8), r.int(i16), r.int(u21), r.int(i64), r.int(u128), r.boolean() });
            try out.print("{d} {d} {d} {d} ", .{ r.uintLessThan(u8, 200), r.uintLessThan(u64, 1 << 63 | 5), r.uintLessThan(u21, 0x100001), r.uintLessThan(u128, 1 << 127 | 77) });
            try out.print("{d} {d} {d} ", .{ r.uintLessThanBiased(u32, 1000), r.uintAtMost(u8, 255), r.uintAtMost(u5, 20) });
            try out.print("{d} {d} {d} {d} ", .{ r.intRangeLessThan(i8, -100, 100), r.intRangeAtMost(i32, std.math.minInt(i32), std.math.maxInt(i32)), r.intRangeAtMost(u16, 10, 20), r.intRangeAtMost(i21, -5, 5) });
            try out.print("{x} {x} ", .{ @as(u32, @bitCast(r.float(f32))), @as(u64, @bitCast(r.float(f64))) });
            var items: [10]u8 = .{ 0, 1, 2, 3, 4, 5, 6, 7, 8, 9 };
            r.shuffle(u8, &items);
            try out.print("{any} {d} ", .{ items, r.weightedIndex(u32, &.{ 1, 0, 5, 10 }) });
            try out.print("{t}\n", .{r.enumValue(enum { red, green, blue })});
            var bytes: [13]u8 = undefined;
            r.bytes(&bytes);
            try out.print("{x}\n", .{bytes});
        }
    }
}

fn distributions(out: *std.Io.Writer) !void {
    var digest: common.Digest = .{ .shown = 2 };
    var prng: std.Random.DefaultPrng = .init(77);
    const r = prng.random();
    for (0..20000) |_| {
        var line: [64]u8 = undefined;
        var w: std.Io.Writer = .fixed(&line);
        try w.print("{x} {x}", .{ @as(u64, @bitCast(r.floatNorm(f64))), @as(u64, @bitCast(r.floatExp(f64))) });
        try digest.row(out, w.buffered());
    }
    try digest.finish(out, "distributions");
}

const Item = struct { key: u32, tag: u32 };
fn order(_: void, a: Item, b: Item) std.math.Order {
    return std.math.order(a.key, b.key);
}

fn queues(out: *std.Io.Writer) !void {
    const gpa = std.heap.page_allocator;
    var digest: common.Digest = .{ .shown = 2 };
    var random: common.SplitMix = .{ .state = 9 };
    const Queue = std.PriorityQueue(Item, void, order);
    var queue: Queue = .empty;
    for (0..500) |round| {
        const line = try gpa.alloc(u8, 100000);
        defer gpa.free(line);
        var w: std.Io.Writer = .fixed(line);
        for (0..random.next() % 20) |_| {
            const item: Item = .{ .key = @intCast(random.next() % 30), .tag = @intCast(round) };
            switch (random.next() % 7) {
                0...3 => try queue.push(gpa, item),
                4 => if (queue.pop()) |popped| try w.print("{d}.{d} ", .{ popped.key, popped.tag }),
                5 => if (queue.count() > 0) {
                    const popped = queue.popIndex(@intCast(random.next() % queue.count()));
                    try w.print("{d}.{d} ", .{ popped.key, popped.tag });
                },
                else => {
                    const new: Item = .{ .key = @intCast(random.next() % 30), .tag = 1000 };
                    queue.update(item, new) catch try w.print("none ", .{});
                },
            }
        }
        if (round % 50 == 49) {
            const items = try gpa.dupe(Item, queue.items);
            std.mem.reverse(Item, items);
            queue = .fromOwnedSlice(items, {});
        }
        for (queue.items) |item| try w.print(" {d}.{d}", .{ item.key, item.tag });
        try digest.row(out, w.buffered());
    }
    try digest.finish(out, "queue");
}

fn sets(out: *std.Io.Writer) !void {
    const gpa = std.heap.page_allocator;
    var digest: common.Digest = .{ .shown = 2 };
    var random: common.SplitMix = .{ .state = 10 };
    var a: std.StaticBitSet(100) = .initEmpty();
    var b: std.DynamicBitSetUnmanaged = try .initEmpty(gpa, 100);
    var other: std.StaticBitSet(100) = .initFull();
    for (0..600) |_| {
        var line: [4096]u8 = undefined;
        var w: std.Io.Writer = .fixed(&line);
        const i: usize = @intCast(random.next() % 100);
        const j: usize = @intCast(random.next() % 101);
        const range: std.bit_set.Range = .{ .start = @min(i, j), .end = @max(i, j) };
        switch (random.next() % 12) {
            0...2 => a.set(i),
            3 => a.unset(i),
            4 => a.toggle(i),
            5 => a.setRangeValue(range, true),
            6 => a.setRangeValue(range, false),
            7 => if (i < 20) a.toggleAll(),
            8 => try w.print("{?d} ", .{a.toggleFirstSet()}),
            9 => other = a.xorWith(other),
            10 => a = a.differenceWith(other),
            else => a = if (i < 50) a.unionWith(other.complement()) else a.intersectWith(other),
        }
        const len = b.capacity();
        b.toggle(random.next() % len);
        if (i % 5 == 0) try b.resize(gpa, len + j - @min(50, len), random.next() % 2 == 0);
        if (b.capacity() == 0) try b.resize(gpa, 70, false);
        try w.print("{d} {?d} {?d} {} {} {} {} {d} {d} {?d} {?d} ", .{ a.count(), a.findFirstSet(), a.findLastSet(), a.isSet(i), a.eql(other), a.subsetOf(other), a.supersetOf(a.intersectWith(other)), b.capacity(), b.count(), b.findFirstSet(), b.findLastSet() });
        var it = a.iterator(.{ .direction = .reverse });
        while (it.next()) |index| try w.print("{d},", .{index});
        var unset = b.iterator(.{ .kind = .unset });
        while (unset.next()) |index| try w.print("{d};", .{index});
        try digest.row(out, w.buffered());
    }
    try digest.finish(out, "bit sets");
}

pub fn main(init: std.process.Init) !void {
    var buffer: [65536]u8 = undefined;
    var file = std.Io.File.stdout().writerStreaming(init.io, &buffer);
    const out = &file.interface;
    var digest: common.Digest = .{ .shown = 3 };
    const text = try std.heap.page_allocator.alloc(u8, 1 << 20);
    var w: std.Io.Writer = .fixed(text);
    try randoms(&w);
    var lines = std.mem.splitScalar(u8, w.buffered(), '\n');
    while (lines.next()) |line| try digest.row(out, line);
    try digest.finish(out, "random");
    try queues(out);
    try sets(out);
    try distributions(out);
    try out.flush();
}
