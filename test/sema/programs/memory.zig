//! Comptime memory: variables, pointers, slices, casts of pointers, vectors, tables and sorting.
const std = @import("std");

const through_pointer = blk: {
    var n: u32 = 1;
    const p = &n;
    const pp = &p;
    pp.*.* += 41;
    break :blk n;
};
const through_field = blk: {
    var point: struct { u8, u8 } = .{ 1, 2 };
    const p = &point[1];
    p.* = 9;
    break :blk point[0] + point[1];
};
const through_slice = blk: {
    var array = [_]u8{ 1, 2, 3, 4, 5 };
    const slice = array[1..4];
    slice[0], slice[2] = .{ slice[2], slice[0] };
    break :blk array;
};
const through_many = blk: {
    var array = [_]u16{ 10, 20, 30 };
    var p: [*]u16 = &array;
    p += 1;
    p[1] = 99;
    break :blk array[2] + p[0];
};
const pointer_difference = blk: {
    const array = [_]u64{ 1, 2, 3, 4 };
    break :blk &array[3] - &array[1];
};
const sentinel = blk: {
    var buffer: [8:0]u8 = @splat('x');
    buffer[3] = 0;
    const p: [*:0]const u8 = &buffer;
    break :blk std.mem.span(p).len;
};
const bytes_of_int = blk: {
    const n: u32 = 0x0403_0201;
    break :blk std.mem.asBytes(&n).*;
};
const int_of_bytes = std.mem.readInt(u32, "\x01\x02\x03\x04", .big);
const little = std.mem.readInt(u16, "\x01\x02", .little);
const written = blk: {
    var buffer: [4]u8 = undefined;
    std.mem.writeInt(u32, &buffer, 0xdead_beef, .big);
    break :blk buffer;
};
const cast_pointer = blk: {
    var array: [4]u8 align(4) = .{ 1, 0, 1, 0 };
    const p: *u32 = @ptrCast(&array);
    p.* += 0x0100;
    break :blk array;
};
const cast_struct = blk: {
    const Parts = extern struct { low: u16, high: u16 };
    var n: u32 = 0x1234_5678;
    const parts: *Parts = @ptrCast(&n);
    parts.high = 0xffff;
    break :blk n;
};
const cast_slice = blk: {
    const words = [_]u16{ 0x0102, 0x0304 };
    break :blk std.mem.sliceAsBytes(&words)[2];
};
const parent = blk: {
    const Node = struct { data: u8, link: u16 };
    var node: Node = .{ .data = 7, .link = 1 };
    const link = &node.link;
    const owner: *Node = @fieldParentPtr("link", link);
    break :blk owner.data;
};
const optional_pointer = blk: {
    var n: u8 = 3;
    var p: ?*u8 = null;
    if (p == null) p = &n;
    p.?.* *= 2;
    break :blk n;
};
const optional_payload = blk: {
    var maybe: ?u8 = 5;
    if (maybe) |*value| value.* += 1;
    break :blk maybe;
};
const list = blk: {
    const Node = struct { value: u8, next: ?*const @This() };
    const c: Node = .{ .value = 3, .next = null };
    const b: Node = .{ .value = 2, .next = &c };
    const a: Node = .{ .value = 1, .next = &b };
    var sum = 0;
    var at: ?*const Node = &a;
    while (at) |node| : (at = node.next) sum = sum * 10 + node.value;
    break :blk sum;
};
const copied = blk: {
    var a = [_]u8{ 1, 2, 3 };
    const b = a;
    a[0] = 9;
    break :blk b[0] * 10 + a[0];
};
const memory_set = blk: {
    var buffer: [6]u8 = undefined;
    @memset(&buffer, '.');
    @memcpy(buffer[1..4], "abc");
    break :blk buffer;
};
const moved = blk: {
    var buffer = [_]u8{ 1, 2, 3, 4, 5 };
    @memmove(buffer[1..4], buffer[0..3]);
    break :blk buffer;
};
const nested_arrays = blk: {
    var grid: [3][3]u8 = @splat(@splat(0));
    for (&grid, 0..) |*row, y| for (row, 0..) |*cell, x| {
        cell.* = x * 3 + y;
    };
    break :blk grid;
};
const transposed = blk: {
    const grid = [2][3]u8{ .{ 1, 2, 3 }, .{ 4, 5, 6 } };
    var out: [3][2]u8 = undefined;
    for (grid, 0..) |row, y| for (row, 0..) |cell, x| {
        out[x][y] = cell;
    };
    break :blk out;
};
const sieve = blk: {
    @setEvalBranchQuota(10000);
    var composite: [100]bool = @splat(false);
    var primes: []const u8 = &.{};
    for (2..100) |n| {
        if (composite[n]) continue;
        primes = primes ++ [_]u8{n};
        var multiple = n * n;
        while (multiple < 100) : (multiple += n) composite[multiple] = true;
    }
    break :blk primes;
};
const pascal = blk: {
    var row: [8]u32 = @splat(0);
    row[0] = 1;
    for (1..8) |_| {
        var i: usize = 7;
        while (i > 0) : (i -= 1) row[i] += row[i - 1];
    }
    break :blk row;
};
const crc_table = blk: {
    @setEvalBranchQuota(10000);
    var table: [256]u32 = undefined;
    for (&table, 0..) |*entry, i| {
        var crc: u32 = i;
        for (0..8) |_| crc = if (crc & 1 == 1) (crc >> 1) ^ 0xedb8_8320 else crc >> 1;
        entry.* = crc;
    }
    break :blk table;
};
const crc_entry = crc_table[0xab];
const sorted = blk: {
    var items = [_]i16{ 5, -3, 12, 0, 7, -9 };
    std.mem.sort(i16, &items, {}, std.sort.desc(i16));
    break :blk items;
};
const sorted_strings = blk: {
    var items = [_][]const u8{ "pear", "fig", "apple" };
    std.mem.sort([]const u8, &items, {}, struct {
        fn shorter(_: void, a: []const u8, b: []const u8) bool {
            return a.len < b.len;
        }
    }.shorter);
    break :blk items;
};
const inserted = blk: {
    var items = [_]u8{ 4, 1, 3, 2 };
    std.sort.insertion(u8, &items, {}, std.sort.asc(u8));
    break :blk items;
};
const heaped = blk: {
    var items = [_]u8{ 4, 1, 3, 2, 9, 7 };
    std.sort.heap(u8, &items, {}, std.sort.asc(u8));
    break :blk items;
};
const searched = std.sort.binarySearch(u8, &.{ 1, 3, 5, 7, 9 }, @as(u8, 7), struct {
    fn order(context: u8, item: u8) std.math.Order {
        return std.math.order(context, item);
    }
}.order);
const greatest = std.mem.max(u8, "zebra");
const least_index = std.mem.indexOfMin(u8, "zebra");
const equal_slices = std.mem.eql(u16, &.{ 1, 2 }, &.{ 1, 3 });
const all_same = std.mem.allEqual(u8, "aaaa", 'a');

const vector = @Vector(4, i32){ 1, -2, 3, -4 };
const doubled = vector + vector;
const scaled = vector * @as(@Vector(4, i32), @splat(3));
const positive = vector > @as(@Vector(4, i32), @splat(0));
const selected = @select(i32, positive, vector, @as(@Vector(4, i32), @splat(0)));
const reduced = @reduce(.Add, vector);
const reduced_max = @reduce(.Max, vector);
const reduced_and = @reduce(.And, @as(@Vector(3, bool), .{ true, true, false }));
const reduced_xor = @reduce(.Xor, @Vector(4, u8){ 1, 2, 4, 9 });
const shuffled: [3]i32 = @shuffle(i32, vector, @as(@Vector(2, i32), .{ 10, 20 }), [3]i32{ 3, -1, 0 });
const vector_as_array: [4]i32 = vector;
const vector_of_floats: @Vector(2, f32) = .{ 0.5, 1.5 };
const vector_shift = @as(@Vector(2, u8), .{ 1, 2 }) << @as(@Vector(2, u3), .{ 7, 1 });
const vector_min = @min(vector, @as(@Vector(4, i32), @splat(1)));
const vector_abs = @abs(vector);
const vector_cast: @Vector(4, i8) = @intCast(vector);
const vector_bits: u32 = @bitCast(@Vector(4, u8){ 1, 2, 3, 4 });
const vector_iota = std.simd.iota(u8, 4);
const vector_popcount = @popCount(@Vector(2, u8){ 7, 255 });
const vector_of_bools: u4 = @bitCast(@Vector(4, bool){ true, false, true, true });

const static_bits = blk: {
    var set: std.StaticBitSet(70) = .empty;
    set.set(3);
    set.set(69);
    set.toggle(3);
    break :blk set.count() + set.findFirstSet().?;
};
const writer = blk: {
    var buffer: [32]u8 = undefined;
    var w: std.Io.Writer = .fixed(&buffer);
    w.writeAll("x=") catch unreachable;
    w.printInt(255, 16, .lower, .{}) catch unreachable;
    break :blk w.end;
};
