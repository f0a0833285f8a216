//! std.HashMap under random operations: the order of iteration after each batch.
const std = @import("std");
const common = @import("common.zig");

fn hashes(out: *std.Io.Writer) !void {
    var digest: common.Digest = .{ .shown = 3 };
    var random: common.SplitMix = .{ .state = 5 };
    var text: [300]u8 = undefined;
    for (&text) |*byte| byte.* = @truncate(random.next());
    for (0..text.len) |len| {
        var line: [256]u8 = undefined;
        var w: std.Io.Writer = .fixed(&line);
        var hasher: std.hash.Wyhash = .init(len);
        var rest: []const u8 = text[0..len];
        while (rest.len > 0) {
            const step = @min(rest.len, 1 + random.next() % 60);
            hasher.update(rest[0..step]);
            rest = rest[step..];
        }
        try w.print("{x} {x}", .{ std.hash.Wyhash.hash(len, text[0..len]), hasher.final() });
        try digest.row(out, w.buffered());
    }
    try digest.finish(out, "wyhash");
}

fn auto(out: *std.Io.Writer, key: anytype) !void {
    const context: std.hash_map.AutoContext(@TypeOf(key)) = .{};
    try out.print("{x:0>16} {}\n", .{ context.hash(key), std.meta.hasUniqueRepresentation(@TypeOf(key)) });
}

const Color = enum(u3) { red, green = 5 };
const Shape = union(enum) { circle: u32, none: void, pair: struct { a: u8, b: u8 } };
const Packed = packed struct(u16) { a: u5, b: u11 };

fn autoHashes(out: *std.Io.Writer) !void {
    try auto(out, @as(u8, 200));
    try auto(out, @as(u32, 0xdeadbeef));
    try auto(out, @as(i64, -5));
    try auto(out, @as(u128, 1 << 100));
    try auto(out, @as(u21, 0x1f0000));
    try auto(out, @as(i7, -3));
    try auto(out, @as(u65, 1 << 64));
    try auto(out, true);
    try auto(out, @as(?u32, 7));
    try auto(out, @as(?u32, null));
    try auto(out, [3]u16{ 1, 2, 3 });
    try auto(out, [2]u21{ 1, 2 });
    try auto(out, Color.green);
    try auto(out, Shape{ .circle = 9 });
    try auto(out, Shape{ .none = {} });
    try auto(out, Shape{ .pair = .{ .a = 1, .b = 2 } });
    try auto(out, Packed{ .a = 3, .b = 1000 });
    try auto(out, struct { x: i32, y: i32 }{ .x = 1, .y = -1 });
    try auto(out, struct { a: u16, b: u32, c: u16 }{ .a = 1, .b = 2, .c = 3 });
    try auto(out, struct { a: u8, b: u32 }{ .a = 1, .b = 2 });
    try auto(out, struct { a: u8, b: u16, c: u8, d: u64, e: u32 }{ .a = 1, .b = 2, .c = 3, .d = 4, .e = 5 });
    try auto(out, struct { a: bool, b: u8, c: ?u8 }{ .a = true, .b = 2, .c = 7 });
    try auto(out, struct { a: u24, b: u8 }{ .a = 1, .b = 2 });
    try auto(out, extern struct { a: u16, b: u16, c: u32 }{ .a = 1, .b = 2, .c = 3 });
    try auto(out, struct { u8, u16, u8 }{ 1, 2, 3 });
    try auto(out, struct { u32, bool }{ 1, true });
    try auto(out, @as(u0, 0));
}

const Last = struct {
    pub fn hash(_: @This(), key: u32) u64 {
        return key % 16;
    }
    pub fn eql(_: @This(), a: u32, b: u32) bool {
        return a == b;
    }
};

fn operations(comptime Map: type, name: []const u8, out: *std.Io.Writer, range: u64, seed: u64) !void {
    const gpa = std.heap.page_allocator;
    var digest: common.Digest = .{ .shown = 2 };
    var random: common.SplitMix = .{ .state = seed };
    var map: Map = .empty;
    for (0..60) |_| {
        var line: [65536]u8 = undefined;
        var w: std.Io.Writer = .fixed(&line);
        for (0..random.next() % 80) |_| {
            const number = random.next() % range;
            var space: [32]u8 = undefined;
            const text = try std.fmt.bufPrint(&space, "key{d}", .{number * number});
            const key = if (@FieldType(Map.KV, "key") == []const u8) try gpa.dupe(u8, text) else @as(@FieldType(Map.KV, "key"), @intCast(number));
            const value: u32 = @truncate(random.next());
            switch (random.next() % 14) {
                0...3 => try map.put(gpa, key, value),
                4 => {
                    const gop = try map.getOrPut(gpa, key);
                    if (!gop.found_existing) gop.value_ptr.* = value else gop.value_ptr.* +%= 1;
                    try w.print("g{} ", .{gop.found_existing});
                },
                5...7 => try w.print("r{} ", .{map.remove(key)}),
                8 => if (map.fetchRemove(key)) |kv| try w.print("f{d} ", .{kv.value}) else try w.print("f- ", .{}),
                9 => if (try map.fetchPut(gpa, key, value)) |kv| try w.print("p{d} ", .{kv.value}) else try w.print("p- ", .{}),
                10 => if (map.get(key)) |v| try w.print("={d} ", .{v}) else try w.print("=- ", .{}),
                11 => {
                    const entry = try map.getOrPutValue(gpa, key, value);
                    try w.print("v{d} ", .{entry.value_ptr.*});
                },
                12 => if (!map.contains(key)) try map.putNoClobber(gpa, key, value),
                else => if (map.getPtr(key)) |p| {
                    p.* +%= 1;
                },
            }
        }
        switch (random.next() % 12) {
            0 => map.clearRetainingCapacity(),
            1 => map.clearAndFree(gpa),
            2 => map = try map.clone(gpa),
            3 => try map.ensureTotalCapacity(gpa, @intCast(random.next() % 200)),
            4 => try map.ensureUnusedCapacity(gpa, @intCast(random.next() % 50)),
            else => {},
        }
        try w.print("{d}/{d}:", .{ map.count(), map.capacity() });
        var it = map.iterator();
        while (it.next()) |entry| {
            if (@FieldType(Map.KV, "key") == []const u8) try w.print(" {s}={d}", .{ entry.key_ptr.*, entry.value_ptr.* }) else try w.print(" {d}={d}", .{ entry.key_ptr.*, entry.value_ptr.* });
        }
        try digest.row(out, w.buffered());
    }
    try digest.finish(out, name);
}

fn rehash(out: *std.Io.Writer) !void {
    const gpa = std.heap.page_allocator;
    var digest: common.Digest = .{ .shown = 1 };
    for (0..50) |seed| {
        var random: common.SplitMix = .{ .state = seed };
        var map: std.AutoHashMapUnmanaged(u32, void) = .empty;
        for (0..100) |_| try map.put(gpa, @intCast(random.next() % 200), {});
        for (0..60) |_| _ = map.remove(@intCast(random.next() % 200));
        map.rehash(std.hash_map.AutoContext(u32){});
        var line: [8192]u8 = undefined;
        var w: std.Io.Writer = .fixed(&line);
        var it = map.keyIterator();
        while (it.next()) |key| try w.print(" {d}", .{key.*});
        try digest.row(out, w.buffered());
    }
    try digest.finish(out, "rehash");
}

pub fn main(init: std.process.Init) !void {
    var buffer: [65536]u8 = undefined;
    var file = std.Io.File.stdout().writerStreaming(init.io, &buffer);
    const out = &file.interface;
    try hashes(out);
    try autoHashes(out);
    for (0..6) |seed| {
        const range: u64 = @as(u64, 20) << @intCast(2 * seed);
        try operations(std.AutoHashMapUnmanaged(u32, u32), "u32", out, range, seed);
        try operations(std.AutoHashMapUnmanaged(u21, u32), "u21", out, @min(range, 0x1fffff), seed);
        try operations(std.AutoHashMapUnmanaged(i64, u32), "i64", out, range, seed);
        try operations(std.StringHashMapUnmanaged(u32), "string", out, range, seed);
        try operations(std.HashMapUnmanaged(u32, u32, Last, 50), "load 50", out, range, seed);
    }
    try rehash(out);
    try out.flush();
}
