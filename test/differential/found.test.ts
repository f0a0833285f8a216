/** What random programs (`test/random`) found, each as small as it could be made. */
import { describeSameBehaviour } from '../support/differential.js';

const header = 'const std = @import("std");\nconst print = std.debug.print;\n';

describeSameBehaviour('found by random programs', {
  'a pointer variable copied from a parameter, both used': `${header}
    fn both(p: *u8) void {
        const q = p;
        q.* += 1;
        print("{d}\\n", .{p.*});
        {
            const r = q;
            r.* += 1;
        }
        print("{d}\\n", .{q.*});
    }
    pub fn main() void {
        var n: u8 = 3;
        both(&n);
    }`,
  'a generic function of literals only, its result an operand': `${header}
    fn larger(comptime T: type, a: T, b: T) T {
        return if (a > b) a else b;
    }
    pub fn main() void {
        var n: u64 = 3;
        _ = &n;
        print("{d}\\n", .{larger(i128, blk: { if (n < 0) break :blk @as(i128, 1); break :blk 0; }, 0) +% 5});
        print("{d}\\n", .{larger(u8, 3, 4)});
    }`,
  'null printed': `${header}
    const Held = union(enum) { some: ?u16, none };
    pub fn main() void {
        const held = Held{ .some = null };
        switch (held) {
            .some => |n| print("{?d}\\n", .{n}),
            .none => {},
        }
    }`,
  'one unsafe around branches that need it too': `${header}
    var g: u64 = 3;
    const Parts = struct { a: bool, b: bool };
    fn parts(n: u64) Parts {
        return .{ .a = blk: { if (g == n) break :blk true; break :blk false; }, .b = n > g };
    }
    pub fn main() void {
        print("{} {}\\n", .{ parts(3).a, parts(4).b });
    }`,
  'comparisons that the type decides': `${header}
    fn check(n: u8, m: i32) u8 {
        var count: u8 = 0;
        if (n >= 0) count += 1;
        if (n < 0 or m <= 2147483647) count += 2;
        if (n > 255) count += 4;
        while (n <= 255) {
            count += 8;
            break;
        }
        return count;
    }
    pub fn main() void {
        print("{d}\\n", .{check(5, -7)});
    }`,
  'an answer that is known, of a question that traps': `${header}
    fn ask(n: u64) u8 {
        return @as(u8, if (@as(i7, @intCast(n)) <= 63) 1 else 2);
    }
    pub fn main() void {
        print("{d} {d}\\n", .{ ask(63), @byteSwap(@as(u16, ask(5))) });
        print("{d}\\n", .{ask(64)});
    }`,
  'a loop whose known condition traps': `${header}
    fn count(start: u64) u64 {
        var n = start;
        while (@as(i8, @intCast(n)) <= 127) : (n += 1) print("{d}\\n", .{n});
        return n;
    }
    pub fn main() void {
        print("{d}\\n", .{count(125)});
    }`,
  'a condition that is known and traps': `${header}
    fn ask(n: u64) void {
        if (@as(u7, @intCast(n)) <= 127) print("small\\n", .{});
    }
    pub fn main() void {
        ask(127);
        ask(128);
    }`,
  'pointers in the prong of a known switch': `${header}
    var g: i128 = 5;
    pub fn main() void {
        const known: [1]u64 = .{9};
        const p = &g;
        switch (known[0]) {
            0...1 => {},
            else => {
                const q = p;
                q.* = 7;
                print("{d}\\n", .{p.*});
            },
        }
    }`,
  'loops over a global array and over the field that the body changes': `${header}
    var items = [_]u8{ 1, 2, 3 };
    const Pair = struct { a: [2]i16, b: usize };
    pub fn main() void {
        for (items, 0..) |_, i| items[0] += @intCast(i);
        for (&items, 0..) |*item, i| {
            items[2] = @intCast(i);
            item.* += 1;
        }
        var pair = Pair{ .a = .{ 1, 2 }, .b = 3 };
        for (&pair.a, 0..) |_, i| pair = .{ .a = .{ pair.a[1], pair.a[0] }, .b = i };
        print("{any} {any} {d}\\n", .{ items, pair.a, pair.b });
    }`,
  'the length of an array that a call computes': `${header}
    fn three() [3]u8 {
        print("three\\n", .{});
        return .{ 1, 2, 3 };
    }
    fn part(s: []const u8, i: usize) usize {
        return s[i..][0..3].len;
    }
    pub fn main() void {
        print("{d}\\n", .{three().len});
        print("{d}\\n", .{part("abcd", 1)});
        print("{d}\\n", .{part("abcd", 2)});
    }`,
  'initialisers of arrays and tuples that read what they write': `${header}
    const P = struct { a: [2]i16, b: struct { x: u8, y: u8 } };
    pub fn main() void {
        var a = [2]u8{ 1, 2 };
        a = .{ a[1], a[0] };
        print("{any}\\n", .{a});
        a = [2]u8{ a[1] + 1, a[0] };
        print("{any}\\n", .{a});
        var p = P{ .a = .{ 1, 2 }, .b = .{ .x = 3, .y = 4 } };
        p = .{ .a = .{ p.a[1], p.a[0] }, .b = .{ .x = p.b.y, .y = p.b.x } };
        print("{any} {d} {d}\\n", .{ p.a, p.b.x, p.b.y });
        var m = [2][2]u8{ .{ 1, 2 }, .{ 3, 4 } };
        m = .{ m[1], m[0] };
        m = .{ .{ m[0][1] + 9, m[0][0] }, .{ m[1][1] + 1, m[0][0] } };
        print("{any}\\n", .{m});
        const q = &a;
        q.* = .{ q[1] + 7, q[0] };
        print("{any}\\n", .{a});
        var t: struct { u8, u8 } = .{ 1, 2 };
        t = .{ t[1], t[0] };
        print("{d} {d}\\n", .{ t[0], t[1] });
    }`,
  'comparisons that limits decide, of what came out of blocks': `${header}
    var n: u7 = 5;
    pub fn main() void {
        var small: u30 = 3;
        _ = &small;
        if ((n * 0) < blk: { if (small <= 1073741823) break :blk @as(u7, 0); break :blk 127; }) print("less\\n", .{});
        const most: usize = if (@as(i8, @truncate(@as(i21, n))) <= 127) 22079 else 18446744073709551615;
        print("{}\\n", .{most > 18446744073709551615});
    }`,
  'methods by value that write through pointers in fields': `${header}
    const Link = struct {
        to: *u32,
        also: ?*u32,
        fn add(self: Link, by: u32) u32 {
            self.to.* +%= by;
            if (self.also) |also| also.* ^= self.to.*;
            return self.to.*;
        }
    };
    pub fn main() void {
        var a: u32 = 3;
        var b: u32 = 5;
        const l: Link = .{ .to = &a, .also = &b };
        print("{d}\\n", .{l.add(4)});
        l.to.* = 7;
        const m: Link = .{ .to = &a, .also = null };
        print("{d} {d} {d} {d}\\n", .{ m.add(4), m.add(4), a, b });
    }`,
  'a block behind a defer that always jumps': `${header}
    pub fn main() void {
        var n: u8 = 3;
        _ = &n;
        outer: {
            inner: {
                defer print("d\\n", .{});
                if (n == 7) break :outer;
                print("x\\n", .{});
                if (n <= 255) break :inner;
                print("never\\n", .{});
            }
            print("after\\n", .{});
        }
    }`,
  'an index into an element of a list, read from the list': `${header}
    pub fn main() void {
        var list: std.ArrayList([2]u8) = .empty;
        defer list.deinit(std.heap.page_allocator);
        list.append(std.heap.page_allocator, .{ 3, 4 }) catch unreachable;
        list.items[0][list.items[0][0] % 2] = list.items[0][0] + 1;
        print("{any}\\n", .{list.items[0]});
    }`,
  'a return out of clean-ups within clean-ups': `${header}
    fn deep(n: u8) !u8 {
        outer: {
            defer print("a\\n", .{});
            if (n == 1) break :outer;
            {
                defer print("b\\n", .{});
                if (n == 2) break :outer;
                middle: {
                    defer print("c\\n", .{});
                    if (n == 3) break :outer;
                    {
                        defer print("d\\n", .{});
                        if (n == 4) break :middle;
                        if (n == 5) return 7;
                        if (n == 6) return error.Odd;
                    }
                }
            }
        }
        return n;
    }
    pub fn main() void {
        for (0..8) |n| print("{d}\\n", .{deep(@intCast(n)) catch 99});
    }`,
  'an optional pointer that is looked at twice': `${header}
    fn f(a: []u8) void {
        var maybe: ?*u8 = if (a[0] < 0) &a[1] else null;
        if (maybe) |p| p.* = a[0];
        if (maybe == null) maybe = &a[0];
        print("{d}\\n", .{maybe.?.*});
    }
    pub fn main() void {
        var a = [_]u8{ 1, 2, 3 };
        f(&a);
    }`,
  'the absolute value of wide integers': `${header}
    fn abs(x: i200) u200 {
        return @abs(x);
    }
    pub fn main() void {
        print("{d} {d} {d}\\n", .{ abs(-5), abs(7), abs(std.math.minInt(i200)) });
    }`,
  'methods of an element of a list, their arguments read from the list': `${header}
    const S = struct {
        n: u32,
        fn bump(self: *S, by: u32) u32 {
            const old = self.n;
            self.n +%= by;
            return old;
        }
    };
    pub fn main() void {
        var list: std.ArrayList(S) = .empty;
        defer list.deinit(std.heap.page_allocator);
        list.append(std.heap.page_allocator, .{ .n = 3 }) catch unreachable;
        print("{d}\\n", .{list.items[0].bump(list.items[0].n)});
        print("{d}\\n", .{list.items[0].bump(list.items[0].bump(2))});
        print("{d}\\n", .{list.items[0].n});
    }`,
  'comparisons of two numbers, one of them a limit': `${header}
    pub fn main() void {
        var n: u30 = 3;
        _ = &n;
        if (blk: { if (n <= 1073741823) break :blk @as(u32, 4294967295); break :blk 5; } >= 74144) print("more\\n", .{});
        if (@as(u32, if (n <= 1073741823) 0 else 3) > 74144) print("never\\n", .{});
    }`,
  'error unions of error unions': `${header}
    const Fault = error{ Low, High };
    fn outer(n: u8) !(Fault!u8) {
        if (n == 0) return error.Outer;
        if (n == 1) return @as(Fault!u8, error.Low);
        const r: Fault!u8 = if (n == 2) error.High else n;
        return r;
    }
    pub fn main() void {
        for (0..4) |n| {
            if (outer(@intCast(n))) |inner| {
                if (inner) |v| print("v {d}\\n", .{v}) else |e| print("inner {s}\\n", .{@errorName(e)});
            } else |e| print("outer {s}\\n", .{@errorName(e)});
            print("{d}\\n", .{(outer(@intCast(n)) catch 7) catch 9});
        }
    }`,
  'initialisers of payloads that read what they write': `${header}
    const P = struct { x: u8, y: u8 };
    pub fn main() void {
        var a: error{E}!P = .{ .x = 1, .y = 2 };
        a = .{ .x = (a catch unreachable).y + 3, .y = (a catch unreachable).x };
        print("{any}\\n", .{a catch unreachable});
        var b: error{E}![2]u8 = .{ 1, 2 };
        b = .{ (b catch unreachable)[1], (b catch unreachable)[0] };
        print("{any}\\n", .{b catch unreachable});
        var o: ?P = .{ .x = 1, .y = 2 };
        o = .{ .x = if (o) |v| v.y else 9, .y = if (o) |v| v.x else 8 };
        print("{any}\\n", .{o});
        o = null;
        o = .{ .x = if (o != null) 3 else 9, .y = o.?.x };
        print("{any}\\n", .{o});
        var c: error{E}!?P = error.E;
        c = .{ .x = if (c) |v| (if (v == null) 7 else 6) else |_| 9, .y = 1 };
        c = if (o == null) null else .{ .x = (c catch unreachable).?.x + 1, .y = (c catch unreachable).?.x };
        print("{any}\\n", .{c catch unreachable});
    }`,
  'a known function whose choice traps': `${header}
    fn next(x: u8) u8 {
        return x + 1;
    }
    fn same(x: u8) u8 {
        return x;
    }
    fn pointer(n: u8) void {
        const f: *const fn (u8) u8 = if (@as(u64, n) - 7 > 18446744073709551615) &same else &next;
        print("{d}\\n", .{f(3)});
    }
    pub fn main() void {
        pointer(8);
        pointer(2);
    }`,
  'a known number whose choice traps': `${header}
    fn number(n: u8) void {
        const k = if (@as(i7, @intCast(n)) > 63) 3 else 4;
        print("{d}\\n", .{k});
    }
    pub fn main() void {
        number(8);
        number(65);
    }`,
  'indexes and bounds that look at the list they are for': `${header}
    const gpa = std.heap.page_allocator;
    const Holder = struct {
        list: std.ArrayList(u8) = .empty,
        n: usize = 1,
        fn next(self: *Holder) usize {
            self.n -= 1;
            return self.n;
        }
        fn run(self: *Holder) !void {
            try self.list.appendSlice(gpa, "abcdef");
            self.list.items[self.n] = 'x';
            self.list.items[self.list.items.len - self.n] = 'y';
            self.list.items[self.next()] += 1;
            @memset(self.list.items[self.list.items.len - 2 ..], 'z');
            print("{s}\\n", .{self.list.items});
            self.list.deinit(gpa);
        }
    };
    pub fn main() !void {
        var holder: Holder = .{};
        try holder.run();
        const buf = try gpa.alloc(u8, 4);
        defer gpa.free(buf);
        @memset(buf, 0);
        buf[buf.len - 1] = 9;
        buf[buf.len - 2] += 9;
        var nest: std.ArrayList(std.ArrayList([2]u8)) = .empty;
        defer nest.deinit(gpa);
        try nest.append(gpa, .empty);
        try nest.items[nest.items.len - 1].append(gpa, .{ 3, 4 });
        nest.items[0].items[nest.items.len - 1][nest.items[0].items.len] = 5;
        print("{any} {any}\\n", .{ nest.items[0].items, buf });
        nest.items[0].deinit(gpa);
    }`,
  'keys and values of an array map at once, its iterator, its count': `${header}
    const gpa = std.heap.page_allocator;
    pub fn main() !void {
        var map: std.StringArrayHashMapUnmanaged(u32) = .empty;
        defer map.deinit(gpa);
        try map.put(gpa, "one", 1);
        try map.put(gpa, "two", 2);
        for (map.keys(), map.values()) |key, *value| {
            value.* += 1;
            print("{s} {d}\\n", .{ key, value.* });
        }
        for (map.keys(), 0..) |key, i| print("{s} {d} {d}\\n", .{ key, i, map.values()[i] });
        var it = map.iterator();
        while (it.next()) |entry| {
            entry.value_ptr.* *= 2;
            print("{s} {d}\\n", .{ entry.key_ptr.*, entry.value_ptr.* });
        }
        const count: u64 = map.count();
        print("{d}\\n", .{count});
    }`,
  'numbers of odd widths out of text': `${header}
    fn parse(comptime T: type, text: []const u8) T {
        return std.fmt.parseInt(T, text, 0) catch |e| switch (e) {
            error.Overflow => 1,
            error.InvalidCharacter => 0,
        };
    }
    pub fn main() void {
        for ([_][]const u8{ "12", "-7", "0x1f", "abc", "99999", "" }) |text|
            print("{d} {d} {d}\\n", .{ parse(u13, text), parse(i5, text), parse(u100, text) });
    }`,
  'a pointer of no type to an integer of many words': `${header}
    const First = struct {
        state: u129,
        fn step(context: *anyopaque, by: u129) u129 {
            const self: *First = @ptrCast(@alignCast(context));
            self.state ^= by;
            return self.state;
        }
    };
    pub fn main() void {
        var n: u8 = 1;
        var first: First = .{ .state = 7 };
        var m: u8 = 2;
        var second: First = .{ .state = 8 };
        _ = .{ &n, &m };
        const step: *const fn (*anyopaque, u129) u129 = &First.step;
        print("{d} {d}\\n", .{ step(&first, n), step(&second, m) });
    }`,

  'a pointer to write through, in an optional that stays': `
    const std = @import("std");
    const Point = struct {
        x: u32,
        y: u32,
        fn shift(self: *Point, by: u32) void {
            self.x += by;
        }
        fn sum(self: *const Point) u32 {
            return self.x + self.y;
        }
    };
    fn larger(at: ?*Point) *u32 {
        at.?.y += 1;
        return &at.?.x;
    }
    fn twice(at: ?*Point) void {
        at.?.shift(2);
        at.?.shift(3);
        at.?.y = at.?.sum();
    }
    pub fn main() void {
        var seed: u64 = 3;
        var maybe: ?*u64 = null;
        if (maybe) |p| p.* = 4;
        seed = 0;
        if (maybe == null) maybe = &seed;
        std.debug.print("{d}\\n", .{maybe.?.*});
        maybe.?.* = 188;
        maybe.?.* = maybe.?.* *| 3;
        maybe.?.* += 2;
        std.debug.print("{d}\\n", .{maybe.?.*});
        var point: Point = .{ .x = 1, .y = 2 };
        larger(&point).* += 5;
        twice(&point);
        std.debug.print("{d} {d}\\n", .{ point.x, point.y });
    }`,
});
