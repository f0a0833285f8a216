//! std.sort and std.ArrayHashMap: orders of equal elements, and of entries after random operations.
const std = @import("std");
const common = @import("common.zig");

const Item = struct { key: u32, tag: u32 };

fn lessItem(_: void, a: Item, b: Item) bool {
    return a.key < b.key;
}

fn orderKey(key: u32, item: Item) std.math.Order {
    return std.math.order(key, item.key);
}

fn show(w: *std.Io.Writer, items: []const Item) !void {
    for (items) |item| try w.print(" {d}.{d}", .{ item.key, item.tag });
}

fn sorts(out: *std.Io.Writer) !void {
    var digest: common.Digest = .{ .shown = 2 };
    var random: common.SplitMix = .{ .state = 11 };
    const gpa = std.heap.page_allocator;
    for (0..400) |round| {
        const len: usize = if (round < 350) @intCast(random.next() % 300) else @intCast(1000 + random.next() % 2000);
        const items = try gpa.alloc(Item, len);
        const range = @as(u64, 1) << @intCast(random.next() % 14);
        const shape = random.next() % 6;
        for (items, 0..) |*item, i| {
            const key: u64 = switch (shape) {
                0 => i / 3,
                1 => len - i,
                2 => if (random.next() % 20 == 0) random.next() % range else i,
                3 => i % 7,
                4 => if (i % 2 == 0) i else len - i,
                else => random.next() % range,
            };
            item.* = .{ .key = @intCast(key), .tag = @intCast(i) };
        }
        const line = try gpa.alloc(u8, 200000);
        var w: std.Io.Writer = .fixed(line);
        inline for (.{ std.sort.pdq, std.sort.block, std.sort.heap, std.sort.insertion }, 0..) |sort, i| {
            if (i < 3 or len < 300) {
                const copy = try gpa.dupe(Item, items);
                sort(Item, copy, {}, lessItem);
                try show(&w, copy);
                try w.writeByte('|');
                if (i == 1) {
                    const key: u32 = @intCast(random.next() % range);
                    const found = std.sort.binarySearch(Item, copy, key, orderKey);
                    const range_of = std.sort.equalRange(Item, copy, key, orderKey);
                    try w.print("{?d} {d} {d} {d} {d}", .{ found, std.sort.lowerBound(Item, copy, key, orderKey), std.sort.upperBound(Item, copy, key, orderKey), range_of[0], range_of[1] });
                }
            }
        }
        try w.print(" {?d} {?d} {}", .{ std.sort.argMin(Item, items, {}, lessItem), std.sort.argMax(Item, items, {}, lessItem), std.sort.isSorted(Item, items, {}, lessItem) });
        try digest.row(out, w.buffered());
        gpa.free(line);
    }
    try digest.finish(out, "sorts");
}

const ByValue = struct {
    values: []const u32,
    pub fn lessThan(ctx: @This(), a: usize, b: usize) bool {
        return ctx.values[a] % 8 < ctx.values[b] % 8;
    }
};

fn arrayMap(out: *std.Io.Writer) !void {
    const gpa = std.heap.page_allocator;
    var digest: common.Digest = .{ .shown = 2 };
    var random: common.SplitMix = .{ .state = 12 };
    var map: std.array_hash_map.Auto(u32, u32) = .empty;
    for (0..300) |_| {
        const line = try gpa.alloc(u8, 100000);
        var w: std.Io.Writer = .fixed(line);
        for (0..random.next() % 40) |_| {
            const key: u32 = @intCast(random.next() % 120);
            const value: u32 = @truncate(random.next() >> 40);
            switch (random.next() % 12) {
                0...3 => try map.put(gpa, key, value),
                4 => {
                    const gop = try map.getOrPut(gpa, key);
                    if (!gop.found_existing) gop.value_ptr.* = value;
                    try w.print("g{d} ", .{gop.index});
                },
                5, 6 => try w.print("s{} ", .{map.swapRemove(key)}),
                7, 8 => try w.print("o{} ", .{map.orderedRemove(key)}),
                9 => if (map.fetchSwapRemove(key)) |kv| try w.print("f{d} ", .{kv.value}),
                10 => if (map.pop()) |kv| try w.print("p{d} ", .{kv.key}),
                else => try w.print("i{?d} ", .{map.getIndex(key)}),
            }
        }
        switch (random.next() % 10) {
            0 => map.sort(ByValue{ .values = map.values() }),
            1 => map.sortUnstable(ByValue{ .values = map.values() }),
            2 => if (map.count() > 3) map.shrinkRetainingCapacity(map.count() - 3),
            3 => if (random.next() % 4 == 0) map.clearRetainingCapacity(),
            else => {},
        }
        for (map.keys(), map.values()) |key, value| try w.print(" {d}={d}", .{ key, value });
        try digest.row(out, w.buffered());
        gpa.free(line);
    }
    try digest.finish(out, "array map");
}

pub fn main(init: std.process.Init) !void {
    var buffer: [65536]u8 = undefined;
    var file = std.Io.File.stdout().writerStreaming(init.io, &buffer);
    try sorts(&file.interface);
    try arrayMap(&file.interface);
    try file.interface.flush();
}
