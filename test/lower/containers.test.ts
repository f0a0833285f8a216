/** Structs, unions, arrays, slices, pointers and generics do the same in both languages, in Rust without warnings. */
import { describeSameBehaviour } from '../support/differential.js';

const std = 'const std = @import("std");\nconst expect = std.testing.expect;\n';

describeSameBehaviour('containers', {
  'methods, defaults, nested types, constants': `${std}
    const Account = struct {
        balance: i64 = 0,
        kind: Kind = .normal,

        const Kind = enum { normal, frozen };
        const limit: i64 = 1000;

        fn deposit(self: *Account, amount: i64) bool {
            if (self.kind == .frozen or self.balance + amount > limit) return false;
            self.balance += amount;
            return true;
        }
        fn isEmpty(self: Account) bool {
            return self.balance == 0;
        }
    };
    test "account" {
        var account: Account = .{};
        try expect(account.isEmpty());
        try expect(account.deposit(900));
        try expect(!account.deposit(200));
        account.kind = .frozen;
        try expect(!account.deposit(1));
        try expect(account.balance == 900);
    }`,
  'assignment of an untyped initialiser reads what it writes': `${std}
    const Pair = struct { x: u32, y: u32 };
    test "swap" {
        var a = Pair{ .x = 1, .y = 2 };
        a = .{ .x = a.y, .y = a.x };
        try expect(a.x == 2 and a.y == 2);
        var b = Pair{ .x = 1, .y = 2 };
        b = Pair{ .x = b.y, .y = b.x };
        try expect(b.x == 2 and b.y == 1);
    }`,
  'packed structs': `${std}
    const Flags = packed struct(u8) { a: bool, kind: u3, rest: u4 };
    test "bits" {
        var flags: Flags = @bitCast(@as(u8, 0b1010_011_1));
        try expect(flags.a and flags.kind == 3 and flags.rest == 10);
        flags.kind = 5;
        flags.a = false;
        try expect(@as(u8, @bitCast(flags)) == 0b1010_101_0);
    }`,
  'union fields as places': `${std}
    const Value = union(enum) { number: u32, pair: [2]u32 };
    test "places" {
        var value = Value{ .pair = .{ 1, 2 } };
        value.pair[1] += 5;
        try expect(value.pair[1] == 7);
        value = .{ .number = 3 };
        value.number *= 2;
        try expect(value.number == 6);
        try expect(value == .number);
        try expect(std.meta.activeTag(value) == .number);
    }`,
  'slices of arrays and of slices': `${std}
    fn fill(items: []u8, value: u8) void {
        for (items) |*item| item.* = value;
    }
    fn sum(items: []const u8) u32 {
        var total: u32 = 0;
        for (items) |item| total += item;
        return total;
    }
    test "slices" {
        var buffer = [_]u8{0} ** 6;
        fill(buffer[1..4], 2);
        try expect(sum(&buffer) == 6);
        const tail = buffer[2..];
        try expect(tail.len == 4);
        try expect(sum(tail[0..2]) == 4);
        @memcpy(buffer[0..2], buffer[3..5]);
        try expect(buffer[0] == 2 and buffer[1] == 0);
    }`,
  'type functions and generic functions': `${std}
    fn Stack(comptime T: type, comptime capacity: usize) type {
        return struct {
            items: [capacity]T = undefined,
            len: usize = 0,

            const Self = @This();

            fn push(self: *Self, item: T) error{Full}!void {
                if (self.len == capacity) return error.Full;
                self.items[self.len] = item;
                self.len += 1;
            }
            fn pop(self: *Self) ?T {
                if (self.len == 0) return null;
                self.len -= 1;
                return self.items[self.len];
            }
        };
    }
    fn max(comptime T: type, a: T, b: T) T {
        return if (a > b) a else b;
    }
    test "generic" {
        var bytes: Stack(u8, 2) = .{};
        try bytes.push(1);
        try bytes.push(2);
        try std.testing.expectError(error.Full, bytes.push(3));
        try expect(bytes.pop().? == 2);
        var words: Stack(u32, 4) = .{};
        try words.push(100_000);
        try expect(words.pop().? == 100_000);
        try expect(words.pop() == null);
        try expect(max(u8, 3, 4) == 4);
        try expect(max(f64, 3.5, 2) == 3.5);
    }`,
  'pointers to elements and fields': `${std}
    const Point = struct { x: i32, y: i32 };
    fn bump(n: *i32) void {
        n.* += 1;
    }
    test "pointers" {
        var points = [_]Point{ .{ .x = 1, .y = 2 }, .{ .x = 3, .y = 4 } };
        bump(&points[1].y);
        const last = &points[1];
        last.x = 10;
        try expect(points[1].x == 10 and points[1].y == 5);
        const p: *const Point = &points[0];
        try expect(p.x + p.y == 3);
    }`,
  'function pointers and callbacks': `${std}
    fn double(n: u32) u32 {
        return n * 2;
    }
    fn square(n: u32) u32 {
        return n * n;
    }
    fn apply(f: *const fn (u32) u32, n: u32) u32 {
        return f(f(n));
    }
    test "callbacks" {
        const table = [_]*const fn (u32) u32{ double, square };
        try expect(apply(table[0], 3) == 12);
        try expect(apply(table[1], 3) == 81);
    }`,
});

describeSameBehaviour('assertions and casts', {
  'assertions of known values stay': `${std}
    const expectEqual = std.testing.expectEqual;
    const V = struct { x: f32, y: f32 };
    test "values" {
        try expectEqual(true, @as(bool, true));
        const some: ?u32 = 10;
        try expectEqual(@as(u32, 10), some);
        try expectEqual(V{ .x = 1, .y = 2 }, @as(V, .{ .x = 1, .y = 2 }));
        const e: struct { u8, u16 } = .{ 1, 2 };
        try expectEqual(e, @as(struct { u8, u16 }, .{ 1, 2 }));
    }`,
  'comptime numbers, literals and nothing compared': `${std}
    const expectEqual = std.testing.expectEqual;
    test "numbers" {
        try expectEqual(4, 2 + 2);
        try expectEqual(0x1_0000_0000, 1 << 32);
        try expectEqual(0x1_0000_0000_0000_0000_0000_0000_0000_0000_0000_0000_0000, 1 << 176);
        try expectEqual(1.5, 3.0 / 2.0);
        try expectEqual(.foo, .foo);
        try expectEqual(null, null);
        try expectEqual(@as(?u8, null), null);
        try expectEqual([0]u8{}, @as([0]u8, .{}));
        try expectEqual(u8, @TypeOf(@as(u8, 1)));
        const C = struct { x: comptime_int };
        const c: anyerror!?C = .{ .x = 3 };
        try expectEqual(3, (try c).?.x);
    }`,
  'references inside constants': `${std}
    const expectEqual = std.testing.expectEqual;
    const Inner = struct { name: *const []const u8, next: ?*const Inner };
    test "references in constants" {
        const x: Inner = .{ .name = &"foo", .next = &.{ .name = &"ba", .next = null } };
        try std.testing.expectEqualDeep(Inner{ .name = &"foo", .next = &.{ .name = &"ba", .next = null } }, x);
        const nothing: *const ?u8 = &null;
        try expectEqual(null, nothing.*);
    }`,
  'casts to slices': `${std}
    const expectEqual = std.testing.expectEqual;
    test "casts of slices" {
        var buf: [4]u32 = .{ 1, 2, 3, 4 };
        const s: []u32 = &buf;
        const i: []i32 = @ptrCast(s);
        i[1] = -1;
        try expectEqual(@as(u32, 0xffffffff), buf[1]);
        const b: []u8 = @ptrCast(s);
        try expectEqual(16, b.len);
        b[0] = 9;
        try expectEqual(9, buf[0]);
        const w: []align(4) u64 = @ptrCast(s);
        try expectEqual(2, w.len);
        const one: *u32 = &buf[2];
        const o: []u8 = @ptrCast(one);
        try expectEqual(4, o.len);
        const arr: *const [4]u32 = &buf;
        const h: []const u16 = @ptrCast(arr);
        try expectEqual(8, h.len);
        try expectEqual(9, h[0]);
    }`,
  'a slice cast that leaves a remainder traps': `${std}
    pub fn main() void {
        var bytes: [6]u8 align(4) = @splat(0);
        const all: []align(4) u8 = bytes[0..if (bytes[0] == 0) 6 else 4];
        const words: []u32 = @ptrCast(all);
        std.debug.print("{d}\\n", .{words.len});
    }`,
  'the type of an optional decides how its pointer is held': `${std}
    test "opaque" {
        var buffer: [4]u8 = "aoeu".*;
        const many: ?[*]u8 = &buffer;
        const any: ?*anyopaque = many;
        const back: *[4]u8 = @ptrCast(any);
        try expect(std.mem.eql(u8, back, "aoeu"));
    }
    test "a variable reached through a known slice" {
        const S = struct {
            var buffer: [1]u8 = undefined;
        };
        const Empty = struct {};
        S.buffer[@sizeOf(Empty)..][0] = 3;
        try expect(S.buffer[0] == 3);
    }
    test "struct" {
        try expect(true);
    }`,
});

describeSameBehaviour('places, payloads and lanes', {
  'addresses of branches and payloads; pointers as numbers': `    const std = @import("std");
    const expect = std.testing.expect;
    const expectEqual = std.testing.expectEqual;
    test "the address of a branch" {
        var a: u32 = 1;
        var b: u32 = 2;
        var first = true;
        _ = &first;
        const p = &(if (first) a else b);
        p.* = 5;
        first = false;
        const q = &(if (first) a else b);
        q.* = 7;
        try expect(a == 5 and b == 7);
        const r: *const u32 = &(if (first) 3 else 4);
        try expectEqual(4, r.*);
        var u: anyerror!usize = 0;
        _ = &u;
        const v = &(if (u) |*x| x.* else |e| switch (e) {
            else => return error.Test,
        });
        v.* += 1;
        try expectEqual(1, try u);
        const w = &(u catch |e| switch (e) {
            else => return error.Test,
        });
        w.* += 1;
        try expectEqual(2, try u);
    }
    test "values of nothing at comptime" {
        var buf: [3]void = @splat({});
        _ = &buf;
        comptime std.debug.assert(buf[0] == {});
        try expect(buf.len == 3);
    }
    test "pointers as numbers" {
        comptime {
            const a: [*c]u32 = 0;
            const b = a + 10;
            std.debug.assert(a >= 0 and a <= 0 and a < b and b == 40 and b > a);
            var x: packed struct { a: u1, b: u1 } = undefined;
            std.debug.assert(&x.b - &x.b == 0);
            std.debug.assert(&x.b - &x.a == 0);
            const six: [6][1]comptime_int = .{ .{1}, .{2}, .{3}, .{4}, .{5}, .{6} };
            const again: *const [2][3]comptime_int = @ptrCast(&six);
            std.debug.assert(again[1][2] == 6);
            const types: [2]type = .{ u8, u16 };
            const tail: *const [1][1]type = @ptrCast(types[1..]);
            std.debug.assert(tail[0][0] == u16);
        }
        try expect(true);
    }
    fn find(name: []const u8) ?*const u8 {
        return if (name.len == 0) null else &name[0];
    }
    fn must(name: []const u8) error{Empty}!?*const u8 {
        return find(name) orelse error.Empty;
    }
    test "an optional pointer or an error" {
        try std.testing.expectError(error.Empty, must(""));
        try expectEqual('x', (try must("xy")).?.*);
    }
    fn widen(n: error{Small}!u8) error{ Small, Big }!?u32 {
        return @as(error{ Small, Big }!u8, n) catch |e| return e;
    }
    fn narrow(n: u8) error{Small}!u8 {
        return if (n < 10) error.Small else n;
    }
    fn text(buffer: []u8) error{Empty}![]u8 {
        return if (buffer.len == 0) error.Empty else buffer[1..];
    }
    fn constant(buffer: []u8) anyerror!?[]const u8 {
        return @as(anyerror!?[]u8, try text(buffer));
    }
    test "payloads are converted inside of error unions" {
        try expectEqual(12, (try widen(narrow(12))).?);
        try std.testing.expectError(error.Small, widen(narrow(1)));
        var buffer = "abc".*;
        try std.testing.expectEqualStrings("bc", (try constant(&buffer)).?);
    }`,
  'bits, overflow and negation of vectors': `    const std = @import("std");
    const expectEqual = std.testing.expectEqual;
    test "bits of vectors" {
        var flags = @Vector(8, bool){ true, false, false, true, false, false, false, true };
        _ = &flags;
        const byte: u8 = @bitCast(flags);
        try expectEqual(0b1000_1001, byte);
        const back: @Vector(8, bool) = @bitCast(byte);
        try expectEqual(flags, back);
        var nibbles = @Vector(4, i4){ -1, 2, -3, 7 };
        _ = &nibbles;
        const packed_nibbles: u16 = @bitCast(nibbles);
        try expectEqual(0x7d2f, packed_nibbles);
        try expectEqual(nibbles, @as(@Vector(4, i4), @bitCast(packed_nibbles)));
        const as_unsigned: @Vector(4, u4) = @bitCast(nibbles);
        try expectEqual(@Vector(4, u4){ 15, 2, 13, 7 }, as_unsigned);
        const signed: i16 = @bitCast(nibbles);
        try expectEqual(0x7d2f, signed);
        var wide = @Vector(4, u32){ 1, 2, 3, 4 };
        _ = &wide;
        const words: @Vector(8, u16) = @bitCast(wide);
        try expectEqual(3, words[4]);
        const whole: u128 = @bitCast(wide);
        try expectEqual(4, whole >> 96);
        const halves: [2]@Vector(2, u32) = @bitCast(wide);
        try expectEqual(@Vector(2, u32){ 3, 4 }, halves[1]);
        var floats = @Vector(2, f32){ 1.0, -2.0 };
        _ = &floats;
        const raw: @Vector(2, u32) = @bitCast(floats);
        try expectEqual(0xc0000000, raw[1]);
    }
    test "overflow in lanes" {
        var a = @Vector(3, u3){ 7, 3, 1 };
        var b = @Vector(3, u3){ 1, 4, 6 };
        _ = .{ &a, &b };
        const sum = @addWithOverflow(a, b);
        try expectEqual(@Vector(3, u3){ 0, 7, 7 }, sum[0]);
        try expectEqual(@Vector(3, u1){ 1, 0, 0 }, sum[1]);
        const product = @mulWithOverflow(a, b);
        try expectEqual(@Vector(3, u1){ 0, 1, 0 }, product[1]);
        var amounts = @Vector(3, u2){ 1, 1, 2 };
        _ = &amounts;
        const shifted = @shlWithOverflow(a, amounts);
        try expectEqual(@Vector(3, u3){ 6, 6, 4 }, shifted[0]);
        try expectEqual(@Vector(3, u1){ 1, 0, 0 }, shifted[1]);
        try expectEqual(@Vector(3, u3){ 0, 4, 6 }, ~a);
    }
    test "negated lanes" {
        var v = @Vector(3, i8){ 1, -128, 0 };
        var w = @Vector(2, i5){ -16, 3 };
        _ = .{ &v, &w };
        try expectEqual(@Vector(3, i8){ -1, -128, 0 }, -%v);
        try expectEqual(@Vector(2, i5){ -16, -3 }, -%w);
        w[0] = 15;
        try expectEqual(@Vector(2, i5){ -15, -3 }, -w);
    }`,
  'copies of memory that overlaps': `    const std = @import("std");
    test "move within" {
        var buf: [4]u8 = "abcd".*;
        const slice: []u8 = &buf;
        @memmove(slice, slice);
        @memmove(slice[1..], slice[0..3]);
        try std.testing.expectEqualStrings("aabc", &buf);
    }
    test "nothing" {
        var buf: [4]void = @splat({});
        const slice: []void = &buf;
        @memcpy(slice, slice);
        try std.testing.expectEqual(4, slice.len);
    }`,
  'a copy to where it comes from traps': `${std}
    pub fn main() void {
        var bytes: [8]u8 = @splat(1);
        const all: []u8 = &bytes;
        var start: usize = 2;
        _ = &start;
        @memcpy(all[start..][0..4], all[0..4]);
    }`,
  'parts of slices assigned, zeroes of pointers': `    const std = @import("std");
    const expectEqualStrings = std.testing.expectEqualStrings;
    const S = struct {
        var slice: []const u8 = undefined;
    };
    const Cursor = struct {
        rest: []const u8,
        fn skip(self: *Cursor, n: usize) void {
            self.rest.ptr += n;
            self.rest.len -= n;
        }
    };
    test "parts of slices" {
        S.slice = "string";
        S.slice.ptr += 1;
        S.slice.len -= 2;
        try expectEqualStrings("trin", S.slice);
        var c: Cursor = .{ .rest = "abcdef" };
        c.skip(2);
        try expectEqualStrings("cdef", c.rest);
        var local: []const u8 = "xyz";
        local.len = 1;
        try expectEqualStrings("x", local);
    }
    const Node = extern struct { next: ?*Node, count: u32 };
    const First = extern struct { a: ?*Node = std.mem.zeroes(?*Node), b: Node = std.mem.zeroes(Node) };
    test "zeroes" {
        const n = std.mem.zeroes(Node);
        try std.testing.expect(n.next == null and n.count == 0);
        var f: First = .{};
        _ = &f;
        try std.testing.expect(f.b.next == null);
    }`,
  'bounds that read what is sliced': `    const std = @import("std");
    test "bounds that read" {
        var bytes: [6]u8 = @splat(0);
        const all: []u8 = bytes[0..if (bytes[0] == 0) 6 else 4];
        all[0] = 1;
        try std.testing.expect(all.len == 6 and bytes[0] == 1);
    }`,
  'offsets in packed structs, C pointers at comptime': `${std}
    const P = packed struct { a: u3, b: u5, c: u24, d: u16 };
    test "offsets" {
        try expect(@offsetOf(P, "b") == 0 and @offsetOf(P, "c") == 1 and @offsetOf(P, "d") == 4);
        try expect(@bitOffsetOf(P, "b") == 3);
        comptime {
            var p: [*c]u32 = 0;
            p += 2;
            std.debug.assert(p == 8);
            p -= 2;
            std.debug.assert(p == null);
        }
    }`,
  'under-aligned packed structs, generics for types of a test': `${std}
    const Bits = packed struct { a: u4, b: u20 };
    fn count(value: anytype) usize {
        return @typeInfo(@TypeOf(value)).@"struct".fields.len;
    }
    fn Box(comptime T: type) type {
        return struct {
            value: T,
            fn get(self: @This()) T {
                return self.value;
            }
        };
    }
    test "bytes" {
        var bytes: [9]u8 = @splat(0xff);
        const bits: *align(1) Bits = @ptrCast(bytes[1..5]);
        bits.b = 2;
        bits.a += 0;
        try expect(bits.a == 15 and bits.b == 2);
        try expect(bytes[0] == 0xff and bytes[5] == 0xff);
        const number: *align(1) struct { n: u32 } = @ptrCast(bytes[5..9]);
        number.n = 7;
        try expect(number.n == 7);
    }
    test "own types" {
        const Own = struct { a: u8, b: u8 };
        try expect(count(Own{ .a = 1, .b = 2 }) == 2);
        const box: Box(Own) = .{ .value = .{ .a = 3, .b = 4 } };
        try expect(box.get().b == 4);
    }`,
});

describeSameBehaviour('printing and text', {
  'bytes that a method of this name gives, and the name of a tag': `${std}
    const Word = struct {
        raw: [4]u8,
        fn asBytes(word: *const Word) []const u8 {
            return &word.raw;
        }
    };
    const Tag = enum { on, off };
    pub fn main() void {
        const word: Word = .{ .raw = "abcd".* };
        var tag: Tag = .on;
        _ = &tag;
        std.debug.print("{s} {s} {s:>6}\\n", .{ word.asBytes(), @tagName(tag), @tagName(tag) });
    }`,
  formats: `${std}
    pub fn main() void {
        const name: []const u8 = "zig";
        std.debug.print("{s} {d} {x} {d:>4}|{s:<5}|{any}\\n", .{ name, 42, 255, 7, "ab", true });
        for (name, 0..) |c, i| std.debug.print("{d}:{c} ", .{ i, c });
        std.debug.print("\\n", .{});
    }`,
});

describeSameBehaviour('owners by value', {
  'a method that takes its owner by value lends what it holds': `${std}
    const View = struct { head: []const u8, tail: []const u8 };
    const Text = struct {
        raw: []const u8,
        fn init(gpa: std.mem.Allocator, text: []const u8) !Text {
            return .{ .raw = try gpa.dupe(u8, text) };
        }
        fn deinit(text: Text, gpa: std.mem.Allocator) void {
            gpa.free(text.raw);
        }
        fn view(text: Text) View {
            return split(text.raw);
        }
        fn first(text: Text) []const u8 {
            return text.raw[0..1];
        }
        fn longer(text: Text, other: Text) []const u8 {
            return if (text.raw.len > other.raw.len) text.raw else other.raw;
        }
    };
    fn split(text: []const u8) View {
        return .{ .head = text[0..1], .tail = text[1..] };
    }
    test "lends" {
        const gpa = std.testing.allocator;
        const text = try Text.init(gpa, "hello");
        defer text.deinit(gpa);
        const other = try Text.init(gpa, "you");
        defer other.deinit(gpa);
        try std.testing.expectEqualStrings("ello", text.view().tail);
        try std.testing.expectEqualStrings("h", text.first());
        try std.testing.expectEqualStrings("hello", other.longer(text));
    }`,
  'the pointer of a list of somebody else': `${std}
    const Pool = struct {
        bytes: std.ArrayList(u8) = .empty,
        fn text(pool: *Pool, at: usize) [*:0]u8 {
            return @ptrCast(pool.bytes.items.ptr + at);
        }
    };
    test "written through" {
        const gpa = std.testing.allocator;
        var pool: Pool = .{};
        defer pool.bytes.deinit(gpa);
        try pool.bytes.appendSlice(gpa, "hello\\x00you\\x00");
        pool.text(6)[0] = 'Y';
        try std.testing.expectEqualStrings("You", std.mem.span(pool.text(6)));
    }`,
  'constants beside owned text': `${std}
    const Op = enum { insert, delete };
    const Diff = struct {
        op: Op,
        text: []const u8,
        fn init(gpa: std.mem.Allocator, op: Op, text: []const u8) !Diff {
            return .{ .op = op, .text = try gpa.dupe(u8, text) };
        }
        fn deinit(d: Diff, gpa: std.mem.Allocator) void {
            gpa.free(d.text);
        }
        fn eql(a: Diff, b: Diff) bool {
            return a.op == b.op and std.mem.eql(u8, a.text, b.text);
        }
    };
    fn same(a: []const Diff, b: []const Diff) bool {
        if (a.len != b.len) return false;
        for (a, b) |x, y| if (!x.eql(y)) return false;
        return true;
    }
    test "x" {
        const gpa = std.testing.allocator;
        var list: std.ArrayList(Diff) = .empty;
        defer {
            for (list.items) |d| d.deinit(gpa);
            list.deinit(gpa);
        }
        try list.append(gpa, try Diff.init(gpa, .insert, "ab"));
        try list.append(gpa, try Diff.init(gpa, .delete, "c"));
        try std.testing.expect(same(list.items, &.{ .{ .op = .insert, .text = "ab" }, .{ .op = .delete, .text = "c" } }));
        try std.testing.expect(!same(list.items, &[_]Diff{}));
        const one: Diff = .{ .op = .insert, .text = "ab" };
        try std.testing.expect(one.eql(list.items[0]));
    }`,
  'text that the program frees after it put another in its place': `${std}
    const T = struct {
        text: []const u8,
        fn init(gpa: std.mem.Allocator, text: []const u8) !T {
            return .{ .text = try gpa.dupe(u8, text) };
        }
        fn deinit(d: T, gpa: std.mem.Allocator) void {
            gpa.free(d.text);
        }
        fn set(t: *T, gpa: std.mem.Allocator, s: []const u8) !void {
            const new = try gpa.dupe(u8, s);
            gpa.free(t.text);
            t.text = new;
        }
        fn replace(t: *T, gpa: std.mem.Allocator, s: []const u8) !void {
            const old = t.text;
            t.text = try gpa.dupe(u8, s);
            gpa.free(old);
        }
        fn halve(t: *T, gpa: std.mem.Allocator) !void {
            const old = t.text;
            t.text = try gpa.dupe(u8, old[0 .. old.len / 2]);
            gpa.free(old);
        }
    };
    fn trim(gpa: std.mem.Allocator, list: *std.ArrayList(T)) !void {
        const a = list.items[0].text;
        const b = list.items[1].text;
        if (a.len > 1) {
            try list.ensureUnusedCapacity(gpa, 1);
            list.insertAssumeCapacity(0, .{ .text = try gpa.dupe(u8, b[0..1]) });
            list.items[1].text = try gpa.dupe(u8, a[0..1]);
            gpa.free(a);
            list.items[2].text = try gpa.dupe(u8, b[1..]);
            gpa.free(b);
        }
    }
    test "x" {
        const gpa = std.testing.allocator;
        var t = try T.init(gpa, "ab");
        defer t.deinit(gpa);
        try t.set(gpa, "cde");
        try std.testing.expectEqualStrings("cde", t.text);
        try t.replace(gpa, "fghi");
        try std.testing.expectEqualStrings("fghi", t.text);
        try t.halve(gpa);
        try std.testing.expectEqualStrings("fg", t.text);
    }
    test "list" {
        const gpa = std.testing.allocator;
        var list: std.ArrayList(T) = .empty;
        defer {
            for (list.items) |d| d.deinit(gpa);
            list.deinit(gpa);
        }
        try list.append(gpa, try T.init(gpa, "ab"));
        try list.append(gpa, try T.init(gpa, "cd"));
        try trim(gpa, &list);
        try std.testing.expectEqualStrings("d", list.items[2].text);
    }`,
  'parts of new memory are written': `${std}
    fn dots(gpa: std.mem.Allocator, n: usize) ![]u8 {
        const dots_and_slashes = try gpa.alloc(u8, 3 * n - 1);
        var i: usize = 0;
        for (0..n - 1) |_| {
            dots_and_slashes[i..][0..3].* = "../".*;
            i += 3;
        }
        dots_and_slashes[i..][0..2].* = "..".*;
        return dots_and_slashes;
    }
    fn inDots(gpa: std.mem.Allocator, rest: []const u8) ![]u8 {
        const path = try gpa.alloc(u8, 3 + rest.len);
        path[0..3].* = "../".*;
        @memcpy(path[3..][0..rest.len], rest);
        return path;
    }
    test "written" {
        const gpa = std.testing.allocator;
        const first = try dots(gpa, 3);
        defer gpa.free(first);
        try std.testing.expectEqualStrings("../../..", first);
        const second = try inDots(gpa, "abc");
        defer gpa.free(second);
        try std.testing.expectEqualStrings("../abc", second);
    }`,
  'a type behind a pointer that nothing opens, whose fields lead to a file that is a type': `${std}
    const Options = std.Build.Step.MakeOptions;
    test "null" {
        var options: ?*const Options = null;
        _ = &options;
        try expect(options == null);
    }`,
  'types that all lead to each other': `${std}
    ${web(12)}
    test "web" {
        var last = Node11{};
        var first = Node0{ .to11 = &last };
        last.to0 = &first;
        first.value = 3;
        try expect(last.to0.?.to11.?.to0.?.value == 3);
    }`,
});

/** Structs that each have a pointer to each of them. */
function web(count: number): string {
  const indices = [...new Array<undefined>(count).keys()];
  const fields = indices.map((index) => `to${index}: ?*Node${index} = null,`).join(' ');
  return indices.map((index) => `const Node${index} = struct { value: u8 = 0, ${fields} };`).join('\n');
}
