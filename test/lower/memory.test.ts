/** Memory that several pointers reach, memory of another alignment or type, and what a pointer may still do after its `const` was cast away. */
import { describeSameBehaviour } from '../support/differential.js';

describeSameBehaviour('memory', {
  'reached by several pointers': `
    const std = @import("std");
    const expect = std.testing.expect;

    fn set(p: *const u32) void {
        const q: *u32 = @constCast(p);
        q.* = 5;
    }
    fn setSlice(s: []const u8) void {
        const m: []u8 = @constCast(s);
        m[0] = 9;
    }
    const Counter = struct {
        n: u32 = 0,
        me: ?*Counter = null,
        fn link(self: *Counter) void {
            self.me = self;
        }
        fn bump(self: *Counter) u32 {
            if (self.me) |m| m.n += 1;
            self.n += 1;
            return self.n;
        }
        fn peek(self: *const Counter) u32 {
            return self.n;
        }
    };
    var global_pointer: *u32 = undefined;
    fn readTwice(p: *const u32) u32 {
        const a = p.*;
        global_pointer.* += 1;
        return a * 10 + p.*;
    }
    fn swap(a: *u32, b: *u32) void {
        const t = a.*;
        a.* = b.*;
        b.* = t;
    }
    const Context = struct { total: u32 = 0 };
    fn callback(ctx: *anyopaque, v: u32) void {
        const c: *Context = @ptrCast(@alignCast(ctx));
        c.total += v;
    }
    fn each(items: []const u32, ctx: *anyopaque, f: *const fn (*anyopaque, u32) void) void {
        for (items) |i| f(ctx, i);
    }
    const Tree = struct {
        left: ?*Tree = null,
        right: ?*Tree = null,
        parent: ?*Tree = null,
        key: u32,
        fn insert(self: *Tree, node: *Tree) void {
            const slot = if (node.key < self.key) &self.left else &self.right;
            if (slot.*) |child| {
                child.insert(node);
            } else {
                slot.* = node;
                node.parent = self;
            }
        }
        fn sum(self: *const Tree) u32 {
            var s = self.key;
            if (self.left) |l| s += l.sum();
            if (self.right) |r| s += r.sum();
            return s;
        }
    };
    const Buf = struct {
        data: [8]u8 = [_]u8{0} ** 8,
        len: usize = 0,
        fn view(self: *Buf) []u8 {
            return self.data[0..self.len];
        }
        fn push(self: *Buf, b: u8) void {
            self.data[self.len] = b;
            self.len += 1;
        }
    };
    fn fill(buf: *Buf, from: []const u8) void {
        for (from) |b| buf.push(b);
    }
    const U = union(enum) { a: u32, b: [2]u32 };
    fn change(u: *U) void {
        switch (u.*) {
            .a => |*x| {
                x.* += 1;
                if (x.* == 2) u.* = .{ .b = .{ 1, 2 } };
            },
            .b => |*y| y[0] += 1,
        }
    }
    fn firstThenSecond(list: []u32) u32 {
        const p = &list[0];
        const q = &list[1];
        p.* += q.*;
        q.* += p.*;
        return p.* + q.*;
    }

    test "const casts" {
        var x: u32 = 1;
        set(&x);
        try expect(x == 5);
        var bytes = [_]u8{ 1, 2 };
        setSlice(&bytes);
        try expect(bytes[0] == 9);
    }
    test "self reference" {
        var c: Counter = .{};
        c.link();
        try expect(c.bump() == 2);
        try expect(c.peek() == 2);
    }
    test "a global pointer" {
        var x: u32 = 1;
        global_pointer = &x;
        try expect(readTwice(&x) == 12);
        x += 1;
        try expect(global_pointer.* == 3);
    }
    test "swap in place" {
        var a = [_]u32{ 1, 2 };
        swap(&a[0], &a[1]);
        var i: usize = 1;
        _ = &i;
        swap(&a[i], &a[i]);
        try expect(a[0] == 2 and a[1] == 1);
        try expect(firstThenSecond(&a) == 7);
    }
    test "a callback" {
        var c: Context = .{};
        each(&.{ 1, 2, 3 }, &c, callback);
        c.total += 1;
        each(&.{4}, &c, callback);
        try expect(c.total == 11);
    }
    test "tree" {
        var nodes: [4]Tree = undefined;
        for (&nodes, [_]u32{ 5, 3, 8, 4 }) |*n, k| n.* = .{ .key = k };
        const root = &nodes[0];
        for (nodes[1..]) |*n| root.insert(n);
        try expect(root.sum() == 20);
        try expect(nodes[3].parent == &nodes[1]);
        nodes[3].key = 10;
        try expect(root.sum() == 26);
    }
    test "views" {
        var b: Buf = .{};
        b.push(1);
        b.push(2);
        const v = b.view();
        b.push(3);
        v[0] = 7;
        try expect(b.data[0] == 7 and v.len == 2);
        const from: []const u8 = b.data[0..2];
        fill(&b, from);
        try expect(b.len == 5 and b.data[3] == 7);
    }
    test "unions" {
        var u: U = .{ .a = 1 };
        change(&u);
        change(&u);
        try expect(u.b[0] == 2);
    }
    test "pointer kept in a struct" {
        var x: u32 = 1;
        const H = struct { p: *u32 };
        var h: H = .{ .p = &x };
        h.p.* = 2;
        x += 1;
        const h2 = h;
        h2.p.* += 1;
        _ = &h;
        try expect(x == 4 and h.p.* == 4);
    }`,
  'seen in another way': `
    const std = @import("std");
    const expect = std.testing.expect;

    fn readUnaligned(bytes: []const u8, at: usize) u32 {
        const p: *align(1) const u32 = @ptrCast(bytes[at..].ptr);
        return p.*;
    }
    const Wire = extern struct { kind: u8, len: u32 align(1), tail: u16 align(1) };
    fn decode(bytes: []const u8) Wire {
        const w: *align(1) const Wire = @ptrCast(bytes.ptr);
        return .{ .kind = w.kind, .len = w.len, .tail = w.tail };
    }
    const P = packed struct(u16) { a: u4, b: bool, c: u11 };
    const Color = enum(u8) { red, green, blue };
    const Open = enum(u8) { one = 1, _ };
    const Mixed = extern union { word: u32, bytes: [4]u8, flag: bool };
    fn paint(raw: u8) ?Color {
        if (raw > 2) return null;
        return @enumFromInt(raw);
    }
    const Value = union(enum) {
        int: i64,
        text: []const u8,
        list: [3]u8,
        fn double(self: *Value) void {
            switch (self.*) {
                .int => |*i| i.* *= 2,
                .list => |*l| for (l) |*b| {
                    b.* *= 2;
                },
                else => {},
            }
        }
    };
    fn firstOf(v: *Value) *u8 {
        return &v.list[0];
    }
    fn sumBytes(value: anytype) u32 {
        var s: u32 = 0;
        for (std.mem.asBytes(value)) |b| s += b;
        return s;
    }
    fn parts(words: []u32) []u8 {
        return std.mem.sliceAsBytes(words);
    }
    const Node = struct {
        value: u32,
        next: ?*Node,
    };
    fn reverse(head: ?*Node) ?*Node {
        var prev: ?*Node = null;
        var it = head;
        while (it) |n| {
            it = n.next;
            n.next = prev;
            prev = n;
        }
        return prev;
    }
    const Pool = struct {
        items: [4]Node = undefined,
        used: usize = 0,
        fn make(self: *Pool, v: u32, next: ?*Node) *Node {
            const n = &self.items[self.used];
            self.used += 1;
            n.* = .{ .value = v, .next = next };
            return n;
        }
    };
    fn bumpOptional(o: *?u32) void {
        if (o.*) |*x| {
            x.* += 1;
            if (x.* > 5) o.* = null;
        }
    }
    fn maxOf(list: []const u32) *const u32 {
        var best = &list[0];
        for (list) |*x| {
            if (x.* > best.*) best = x;
        }
        return best;
    }
    fn longest(a: []const u8, b: []const u8) []const u8 {
        return if (a.len > b.len) a else b;
    }
    fn clear(buf: []u8, keep: *usize) void {
        for (buf) |*b| b.* = 0;
        keep.* = buf.len;
    }
    const Stream = struct {
        buf: []u8,
        pos: usize = 0,
        fn write(self: *Stream, b: []const u8) void {
            @memcpy(self.buf[self.pos..][0..b.len], b);
            self.pos += b.len;
        }
        fn written(self: *const Stream) []const u8 {
            return self.buf[0..self.pos];
        }
    };

    test "unaligned and bytes" {
        const bytes = [_]u8{ 1, 2, 3, 4, 5, 6, 7, 8 };
        var at: usize = 1;
        _ = &at;
        try expect(readUnaligned(&bytes, at) == 0x05040302);
        const w = decode(bytes[1..]);
        try expect(w.kind == 2 and w.len == 0x06050403 and w.tail == 0x0807);
        const word: u32 = 0x01010101;
        try expect(sumBytes(&word) == 4);
        var words = [_]u32{ 0, 0 };
        const view = parts(&words);
        view[0] = 1;
        view[4] = 2;
        try expect(words[0] == 1 and words[1] == 2);
        const back = std.mem.bytesAsSlice(u16, view);
        try expect(back[0] == 1);
    }
    test "packed" {
        var p: P = .{ .a = 3, .b = true, .c = 100 };
        const c = &p.c;
        c.* += 1;
        p.b = false;
        try expect(@as(u16, @bitCast(p)) == 3 | (101 << 5));
    }
    test "enums" {
        var raw: u8 = 2;
        _ = &raw;
        try expect(paint(raw).? == .blue and paint(raw + 1) == null);
        const o: Open = @enumFromInt(raw);
        try expect(@intFromEnum(o) == 2);
        var m: Mixed = .{ .word = 0x00000100 };
        try expect(m.bytes[1] == 1);
        m.bytes[0] = 1;
        try expect(m.word == 0x101 and m.flag);
    }
    test "union payloads" {
        var v: Value = .{ .list = .{ 1, 2, 3 } };
        v.double();
        firstOf(&v).* = 9;
        try expect(v.list[0] == 9 and v.list[2] == 6);
        const p = &v.list;
        p[1] = 7;
        try expect(v.list[1] == 7);
        v = .{ .int = 4 };
        v.double();
        try expect(v.int == 8);
    }
    test "nodes" {
        var pool: Pool = .{};
        const a = pool.make(1, null);
        const b = pool.make(2, a);
        const c = pool.make(3, b);
        const r = reverse(c).?;
        try expect(r == a and r.next.?.value == 2);
        pool.items[0].value = 10;
        try expect(r.value == 10);
        const d = pool.make(4, r);
        try expect(d.next == a);
    }
    test "optionals and slices" {
        var o: ?u32 = 4;
        bumpOptional(&o);
        try expect(o.? == 5);
        bumpOptional(&o);
        try expect(o == null);
        var list = [_]u32{ 3, 9, 2 };
        const m = maxOf(&list);
        try expect(m.* == 9);
        list[1] = 1;
        try expect(m.* == 1);
        try expect(longest("ab", "abc").len == 3);
        var buf = [_]u8{ 1, 2, 3 };
        var n: usize = 0;
        clear(&buf, &n);
        try expect(n == 3 and buf[1] == 0);
        var store: [8]u8 = undefined;
        var s: Stream = .{ .buf = &store };
        s.write("ab");
        s.write("cd");
        try expect(std.mem.eql(u8, s.written(), "abcd"));
        store[0] = 'x';
        try expect(s.written()[0] == 'x');
    }
    test "owned memory" {
        const gpa = std.testing.allocator;
        var list: std.ArrayList(u32) = .empty;
        defer list.deinit(gpa);
        try list.append(gpa, 1);
        try list.append(gpa, 2);
        const p = &list.items[1];
        p.* = 5;
        for (list.items) |*x| x.* += 1;
        try expect(list.items[1] == 6);
        const q = try gpa.create(Node);
        defer gpa.destroy(q);
        q.* = .{ .value = 1, .next = null };
        q.next = q;
        q.next.?.value = 3;
        try expect(q.value == 3);
        const mem = try gpa.alloc(u8, 4);
        defer gpa.free(mem);
        const half = mem[0..2];
        @memset(mem, 1);
        half[1] = 2;
        try expect(mem[1] == 2 and mem[3] == 1);
    }`,
  'with an alignment of its own': `
    const std = @import("std");
    const expect = std.testing.expect;
    var global_buf: [32]u8 align(16) = undefined;
    const table: [8]u8 align(8) = .{ 1, 0, 0, 0, 0, 0, 0, 0 };
    const Header = struct { id: u64, n: u32 };
    fn asHeader(b: *align(8) [16]u8) *Header {
        return @ptrCast(b);
    }
    test "aligned storage" {
        var buf: [16]u8 align(8) = undefined;
        const p: *u64 = @ptrCast(&buf);
        p.* = 5;
        try expect(buf[0] == 5);
        buf[1] = 1;
        try expect(p.* == 0x105);
        const h = asHeader(&buf);
        h.n = 7;
        try expect(h.id == 0x105);
        var sum: u32 = 0;
        for (buf[0..8]) |b| sum += b;
        for (&buf) |*b| b.* = 1;
        try expect(sum == 6 and buf.len == 16);
        const s: []align(8) u8 = &buf;
        const w: []u64 = @ptrCast(s);
        try expect(w[1] == 0x0101010101010101);
        const g: *align(16) u64 = @ptrCast(&global_buf);
        g.* = 9;
        global_buf[8] = 2;
        try expect(global_buf[0] == 9 and @intFromPtr(g) % 16 == 0);
        const t: *const u64 = @ptrCast(&table);
        try expect(t.* == 1);
        const copy align(4) = buf;
        const c: *const u32 = @ptrCast(&copy);
        try expect(c.* == 0x01010101);
    }
    const Wire = extern struct { kind: u8, len: u32 align(1), tail: u16 align(1) };
    const Half = extern struct { a: u16, b: u32 align(2), c: u8 };
    const Line = extern struct { a: u32 align(16), b: u8 };
    test "layouts" {
        const bytes = [_]u8{ 1, 2, 3, 4, 5, 6, 7 };
        const w: *const Wire = @ptrCast(&bytes);
        try expect(w.kind == 1 and w.len == 0x05040302 and w.tail == 0x0706);
        var v = w.*;
        v.len += 1;
        const copy = v;
        try expect(copy.len == 0x05040303);
        try expect(std.mem.asBytes(&v)[1] == 3);
        const h: Half = .{ .a = 1, .b = 2, .c = 3 };
        try expect(std.mem.asBytes(&h).len == 8 and std.mem.asBytes(&h)[2] == 2);
        const l: Line = .{ .a = 1, .b = 2 };
        try expect(std.mem.asBytes(&l).len == 16 and @intFromPtr(&l) % 16 == 0);
        try std.testing.expectEqual(@as(u32, 0x05040303), copy.len);
    }`,
  'behind two pointers': `
    const std = @import("std");
    fn doublePtrTest() !void {
        var a: u32 = 0;
        const ptr = &a;
        const double_ptr = &ptr;
        setDoublePtr(double_ptr, 1);
        setDoublePtr(double_ptr, 2);
        try std.testing.expect(a == 2);
    }
    fn setDoublePtr(ptr: *const *const u32, value: u32) void {
        setPtr(ptr.*, value);
    }
    fn setPtr(ptr: *const u32, value: u32) void {
        const mut_ptr: *u32 = @constCast(ptr);
        mut_ptr.* = value;
    }
    test "double" {
        try doublePtrTest();
    }`,
  'parts of memory at a fixed address': `
    const expect = @import("std").testing.expect;
    const Registers = extern struct { control: u32, data: u64, lanes: [4]u16 };
    const bytes = @as([*]u8, @ptrFromInt(0x1000))[0..0x500];
    const rest = bytes[0x100..];
    const registers: *volatile Registers = @ptrFromInt(0x4000);
    test "fixed" {
        try expect(@intFromPtr(bytes) == 0x1000 and @intFromPtr(rest) == 0x1100 and rest.len == 0x400);
        try expect(@intFromPtr(&registers.data) == 0x4008);
        try expect(@intFromPtr(&registers.lanes[2]) == 0x4014);
        const lane = &registers.lanes[3];
        try expect(@intFromPtr(lane) == 0x4016);
        const byte = &rest[2];
        try expect(@intFromPtr(byte) == 0x1102);
    }`,
  'a C union in a C struct of less alignment': `
    const std = @import("std");
    const expect = std.testing.expect;
    const Data = extern union { fd: i32, wide: u64 };
    const Event = extern struct { events: u32, data: Data align(4) };
    test "event" {
        var n: u64 = 1234;
        _ = &n;
        const event = &Event{ .events = 0, .data = .{ .wide = n } };
        const bytes: *const [12]u8 = @ptrCast(event);
        try expect(std.mem.readInt(u64, bytes[4..12], .little) == 1234);
        var copy = event.*;
        copy.data.wide += 1;
        const data = copy.data;
        try expect(data.wide == 1235 and event.data.fd == 1234);
    }`,
  'a union by the address of its payload': `
    const expect = @import("std").testing.expect;
    const Value = union(enum) { flag: bool, ratio: f32, pair: struct { u8 }, count: i32 };
    const Bare = union { flag: bool, ratio: f32 };
    const Shared = extern union { count: u32, ratio: f32 };
    fn owner(count: *i32) *Value {
        return @alignCast(@fieldParentPtr("count", count));
    }
    test "parent" {
        const known: Value = .{ .flag = false };
        const flag = &known.flag;
        const whole: *const Value = @alignCast(@fieldParentPtr("flag", flag));
        try expect(whole == &known and !whole.flag);
        var value: Value = .{ .count = 7 };
        const count = &value.count;
        count.* += 1;
        try expect(owner(count).count == 8);
        owner(count).* = .{ .ratio = 2.5 };
        try expect(value.ratio == 2.5);
        var bare: Bare = .{ .ratio = 0.5 };
        const part = &bare.ratio;
        const all: *Bare = @alignCast(@fieldParentPtr("ratio", part));
        all.* = .{ .flag = true };
        try expect(bare.flag and all == &bare);
        var c: Shared = .{ .count = 3 };
        const c_count = &c.count;
        const c_whole: *Shared = @fieldParentPtr("count", c_count);
        c_whole.ratio = 1;
        try expect(c.count == 0x3f800000);
    }`,
  'a tuple by the address of its element': `
    const expect = @import("std").testing.expect;
    test "parent" {
        var x: u32 = 5;
        _ = &x;
        const tuple = .{ x, "known", x + 1 };
        const whole: *const @TypeOf(tuple) = @fieldParentPtr("2", &tuple[2]);
        try expect(whole == &tuple and whole[0] == 5);
    }`,
  'an enum without members in undefined memory': `
    const expect = @import("std").testing.expect;
    const Empty = enum {
        fn code(e: Empty) u8 {
            switch (e) {}
            return 3;
        }
    };
    test "empty" {
        var n: u8 = 1;
        const e: Empty = undefined;
        n += e.code();
        const f: Empty = undefined;
        switch (f) {}
        try expect(n == 4);
    }`,
});
