/** What programs as people write them today found: lists, maps, readers, trees in arenas, arguments. */
import { describeSameBehaviour } from '../support/differential.js';

const header = 'const std = @import("std");\nconst expectEqual = std.testing.expectEqual;\n';

describeSameBehaviour('small projects', {
  'the last element of a list is written': `${header}
    const Point = struct { x: i32, y: i32, at: usize = 0 };
    const Shape = union(enum) { dot: i32, box: struct { x: i32, y: i32 } };
    const Holder = struct {
        list: std.ArrayList(Point) = .empty,
        count: usize = 1,
        fn touch(self: *Holder, i: usize) void {
            self.list.items[self.count - 1].x = 1;
            self.list.items[i + 1 - 1].x += 1;
            self.list.items[self.list.items[i].at].y = 9;
            const q = &self.list.items[i % self.list.items.len];
            q.y += 1;
            self.list.items[self.last()].y += 1;
        }
        fn last(self: *const Holder) usize {
            return self.list.items.len - 1;
        }
    };
    test "lists" {
        const gpa = std.testing.allocator;
        var points: std.ArrayList(Point) = .empty;
        defer points.deinit(gpa);
        try points.append(gpa, .{ .x = 1, .y = 2 });
        points.items[points.items.len - 1].x += 2;
        points.items[points.items.len - 1] = .{ .x = points.items[0].x, .y = 4 };
        try expectEqual(3, points.items[0].x);
        var shapes: std.ArrayList(Shape) = .empty;
        defer shapes.deinit(gpa);
        try shapes.append(gpa, .{ .dot = 1 });
        shapes.items[shapes.items.len - 1].dot += 2;
        try shapes.append(gpa, .{ .box = .{ .x = 1, .y = 2 } });
        shapes.items[shapes.items.len - 1].box.x += 2;
        switch (shapes.items[shapes.items.len - 1]) {
            .box => |*b| b.x += 1,
            .dot => {},
        }
        try expectEqual(4, shapes.items[1].box.x);
        var maybe: std.ArrayList(?Point) = .empty;
        defer maybe.deinit(gpa);
        try maybe.append(gpa, .{ .x = 1, .y = 2 });
        maybe.items[maybe.items.len - 1].?.x += 2;
        try expectEqual(3, maybe.items[0].?.x);
        var holder: Holder = .{ .list = points };
        holder.touch(0);
        points = holder.list;
        try expectEqual(11, points.items[0].y);
        const bytes = try gpa.alloc(u8, 4);
        defer gpa.free(bytes);
        bytes[bytes.len - 1] = 3;
        bytes[bytes[3]] = 2;
        try expectEqual(2, bytes[3]);
    }`,
  'a length of its own is no length of a slice': `${header}
    const Ring = struct {
        head: u8 = 0,
        tail: u8 = 0,
        fn len(self: *const Ring) u8 {
            return self.tail -% self.head;
        }
        fn push(self: *Ring) void {
            self.tail +%= 1;
        }
    };
    test "ring" {
        var ring: Ring = .{};
        try std.testing.expect(ring.len() == 0);
        ring.push();
        try std.testing.expect(ring.len() != 0 and ring.len() > 0);
    }`,
  'errors of readers, writers and numbers meet': `${header}
    fn echo(in: *std.Io.Reader, out: *std.Io.Writer) !void {
        while (true) {
            const byte = in.takeByte() catch |err| switch (err) {
                error.EndOfStream => return,
                else => return err,
            };
            try out.writeByte(byte);
        }
    }
    fn both(in: *std.Io.Reader, out: *std.Io.Writer) !void {
        try out.writeByte(try in.takeByte());
    }
    fn code(text: []const u8) error{ InvalidCharacter, Overflow }!u21 {
        return std.fmt.parseInt(u21, text, 16);
    }
    test "streams" {
        var buffer: [4]u8 = undefined;
        var out: std.Io.Writer = .fixed(&buffer);
        var in: std.Io.Reader = .fixed("abc");
        try echo(&in, &out);
        try std.testing.expectEqualStrings("abc", out.buffered());
        var long: std.Io.Reader = .fixed("defg");
        try std.testing.expectError(error.WriteFailed, echo(&long, &out));
        var empty: std.Io.Reader = .fixed("");
        try std.testing.expectError(error.EndOfStream, both(&empty, &out));
        try expectEqual(0x1f600, try code("1f600"));
        try std.testing.expectError(error.Overflow, code("fffffff"));
        try std.testing.expectError(error.InvalidCharacter, code("xyz"));
    }`,
  'a tree in an arena that holds parts of the text': `${header}
    const Node = union(enum) {
        leaf: []const u8,
        pair: struct { left: *const Node, right: *const Node },
        fn depth(self: *const Node) usize {
            return switch (self.*) {
                .leaf => 1,
                .pair => |p| 1 + @max(p.left.depth(), p.right.depth()),
            };
        }
    };
    const Parser = struct {
        arena: std.mem.Allocator,
        text: []const u8,
        fn make(self: *Parser, node: Node) !*const Node {
            const made = try self.arena.create(Node);
            made.* = node;
            return made;
        }
        fn parse(self: *Parser) error{OutOfMemory}!*const Node {
            if (self.text.len < 3) {
                const leaf = self.text;
                self.text = "";
                return self.make(.{ .leaf = leaf });
            }
            const left = try self.make(.{ .leaf = self.text[0..2] });
            self.text = self.text[2..];
            return self.make(.{ .pair = .{ .left = left, .right = try self.parse() } });
        }
    };
    test "tree" {
        var arena = std.heap.ArenaAllocator.init(std.testing.allocator);
        defer arena.deinit();
        var text = "abcdefg".*;
        text[0] = 'x';
        var parser: Parser = .{ .arena = arena.allocator(), .text = &text };
        const root = try parser.parse();
        try expectEqual(4, root.depth());
        try std.testing.expectEqualStrings("xb", root.pair.left.leaf);
    }`,
  'a result with a lifetime that its type does not know': `${header}
    const Value = union(enum) { text: []const u8, none };
    const Parser = struct {
        text: []const u8,
        arena: std.mem.Allocator,
        fn value(self: *Parser) !Value {
            return if (self.text.len == 0) .none else .{ .text = try self.arena.dupe(u8, self.text) };
        }
        fn parse(arena: std.mem.Allocator, text: []const u8) !Value {
            var parser: Parser = .{ .arena = arena, .text = text };
            return parser.value();
        }
    };
    test "value" {
        var arena = std.heap.ArenaAllocator.init(std.testing.allocator);
        defer arena.deinit();
        const value = try Parser.parse(arena.allocator(), "abc");
        try std.testing.expectEqualStrings("abc", value.text);
    }`,
  'a labelled switch that is decided while compiling': `${header}
    fn shifted(comptime T: type, a: T, amount: u8) T {
        const by = by: switch (@typeInfo(T)) {
            .int => |info| {
                if (amount < info.bits) break :by @as(std.math.Log2Int(T), @intCast(amount));
                return 0;
            },
            else => comptime unreachable,
        };
        return a << by;
    }
    test "shift" {
        try expectEqual(12, shifted(u8, 3, 2));
        try expectEqual(0, shifted(u16, 3, 16));
        var x: f64 = 2.5;
        _ = &x;
        try expectEqual(15.625, std.math.pow(f64, x, 3));
    }`,
  'sorting what owns memory': `${header}
    fn lessThan(_: void, a: []const u8, b: []const u8) bool {
        return std.mem.lessThan(u8, a, b);
    }
    const Person = struct {
        name: []u8,
        age: u8,
        fn younger(_: void, a: Person, b: Person) bool {
            return a.age < b.age;
        }
        fn byName(_: void, a: *const Person, b: *const Person) bool {
            return std.mem.order(u8, a.name, b.name) == .lt;
        }
    };
    test "owned strings" {
        const gpa = std.testing.allocator;
        var list: std.ArrayList([]const u8) = .empty;
        defer {
            for (list.items) |s| gpa.free(s);
            list.deinit(gpa);
        }
        for ([_][]const u8{ "pear", "apple", "fig" }) |s| try list.append(gpa, try gpa.dupe(u8, s));
        std.mem.sort([]const u8, list.items, {}, lessThan);
        try std.testing.expectEqualStrings("apple", list.items[0]);
        std.mem.sort([]const u8, list.items, @as(usize, 1), struct {
            fn lt(skip: usize, a: []const u8, b: []const u8) bool {
                return a[skip] < b[skip];
            }
        }.lt);
        try std.testing.expectEqualStrings("pear", list.items[0]);
    }
    test "rows" {
        var arena = std.heap.ArenaAllocator.init(std.testing.allocator);
        defer arena.deinit();
        const a = arena.allocator();
        var rows: std.ArrayList([]const []const u8) = .empty;
        for ([_][]const u8{ "b c", "a d", "c a" }) |line| {
            var fields: std.ArrayList([]const u8) = .empty;
            var it = std.mem.splitScalar(u8, line, ' ');
            while (it.next()) |f| try fields.append(a, try a.dupe(u8, f));
            try rows.append(a, try fields.toOwnedSlice(a));
        }
        const Context = struct {
            column: usize,
            fn lt(c: @This(), x: []const []const u8, y: []const []const u8) bool {
                return std.mem.lessThan(u8, x[c.column], y[c.column]);
            }
        };
        std.mem.sort([]const []const u8, rows.items, Context{ .column = 1 }, Context.lt);
        try std.testing.expectEqualStrings("c", rows.items[0][0]);
    }
    test "people" {
        const gpa = std.testing.allocator;
        var people: std.ArrayList(*Person) = .empty;
        defer {
            for (people.items) |p| {
                gpa.free(p.name);
                gpa.destroy(p);
            }
            people.deinit(gpa);
        }
        for ([_][]const u8{ "bob", "al", "cy" }, 0..) |n, i| {
            const p = try gpa.create(Person);
            p.* = .{ .name = try gpa.dupe(u8, n), .age = @intCast(9 - i) };
            try people.append(gpa, p);
        }
        std.mem.sort(*Person, people.items, {}, struct {
            fn lt(_: void, a: *Person, b: *Person) bool {
                return std.mem.lessThan(u8, a.name, b.name);
            }
        }.lt);
        try std.testing.expectEqualStrings("al", people.items[0].name);
        std.mem.sortUnstable(*Person, people.items, {}, struct {
            fn lt(_: void, a: *const Person, b: *const Person) bool {
                return a.age < b.age;
            }
        }.lt);
        try std.testing.expectEqual(7, people.items[0].age);
    }
    test "values" {
        const gpa = std.testing.allocator;
        var people: std.ArrayList(Person) = .empty;
        defer {
            for (people.items) |p| gpa.free(p.name);
            people.deinit(gpa);
        }
        for ([_][]const u8{ "bob", "al", "cy" }, 0..) |n, i| try people.append(gpa, .{ .name = try gpa.dupe(u8, n), .age = @intCast(9 - i) });
        std.mem.sort(Person, people.items, {}, Person.younger);
        try std.testing.expectEqualStrings("cy", people.items[0].name);
    }`,
  'functions in tables, of types that borrow': `${header}
    const Span = struct { text: []const u8, at: usize };
    const Tok = union(enum) { word: []const u8, num: u32, end };
    const Rule = struct {
        name: []const u8,
        run: *const fn (span: Span, fallback: Tok) Tok,
        check: *const fn (a: Tok, b: Tok) bool,
        make: *const fn () Tok,
        mutate: ?*const fn (s: *Span) void = null,
    };
    fn word(span: Span, fallback: Tok) Tok {
        if (span.at >= span.text.len) return fallback;
        return .{ .word = span.text[span.at..] };
    }
    fn num(span: Span, fallback: Tok) Tok {
        _ = fallback;
        return .{ .num = @intCast(span.text.len) };
    }
    fn same(a: Tok, b: Tok) bool {
        return std.meta.activeTag(a) == std.meta.activeTag(b);
    }
    fn end() Tok {
        return .end;
    }
    fn advance(s: *Span) void {
        s.at += 1;
    }
    const rules = [_]Rule{
        .{ .name = "word", .run = word, .check = same, .make = end },
        .{ .name = "num", .run = num, .check = same, .make = end, .mutate = advance },
    };
    test "rules" {
        var text = "hello world".*;
        text[0] = 'j';
        var span: Span = .{ .text = &text, .at = 6 };
        var words: usize = 0;
        for (rules) |r| {
            const t = r.run(span, .end);
            if (r.check(t, .{ .word = "x" })) words += 1;
            if (r.mutate) |m| m(&span);
            try std.testing.expect(!r.check(t, r.make()));
        }
        try std.testing.expectEqual(1, words);
        try std.testing.expectEqual(7, span.at);
        try std.testing.expectEqualStrings("world", rules[0].run(.{ .text = &text, .at = 6 }, .end).word);
        const f: *const fn (Span, Tok) Tok = if (words == 1) num else word;
        try std.testing.expectEqual(11, f(span, .end).num);
    }`,
  'what a format method prints is made before': `${header}
    const Money = struct {
        cents: u64,
        pub fn format(self: Money, w: *std.Io.Writer) std.Io.Writer.Error!void {
            try w.print("{d}.{d:0>2}", .{ self.cents / 100, self.cents % 100 });
        }
    };
    const Till = struct {
        taken: u64 = 0,
        fn take(self: *Till, cents: u64) Money {
            self.taken += cents;
            return .{ .cents = self.taken };
        }
    };
    pub fn main() void {
        var till: Till = .{};
        std.debug.print("{d} {f} {d} {f}\\n", .{ till.taken, till.take(250), till.taken, till.take(5) });
    }`,
  'room in lists, and a deque': `${header}
    test "lists" {
        const gpa = std.testing.allocator;
        var l: std.ArrayList(u8) = try .initCapacity(gpa, 16);
        defer l.deinit(gpa);
        l.appendNTimesAssumeCapacity('x', 3);
        const s = try l.addManyAsSlice(gpa, 2);
        s[0] = 'a';
        s[1] = 'b';
        @memcpy(l.addManyAsSliceAssumeCapacity(2), "cd");
        try std.testing.expectEqualStrings("xxxabcd", l.items);
        var d: std.Deque(u32) = .empty;
        defer d.deinit(gpa);
        for (0..20) |i| try d.pushBack(gpa, @intCast(i));
        try d.pushFront(gpa, 99);
        try std.testing.expectEqual(99, d.popFront().?);
        try std.testing.expectEqual(19, d.popBack().?);
        try std.testing.expectEqual(5, d.at(5));
    }`,
  'the tag of a union that owns memory': `${header}
    const Block = union(enum) {
        list: std.ArrayList([]const u8),
        code: []const u8,
    };
    fn render(blocks: []const Block) usize {
        var n: usize = 0;
        for (blocks) |block| switch (block) {
            .list => |items| {
                for (items.items) |item| n += item.len;
            },
            .code => |c| n += c.len,
        };
        return n;
    }
    fn render2(blocks: []const Block) usize {
        var n: usize = 0;
        for (blocks) |block| {
            if (block == .code) n += block.code.len;
        }
        return n;
    }
    test "x" {
        const gpa = std.testing.allocator;
        var l: std.ArrayList([]const u8) = .empty;
        try l.append(gpa, "abc");
        var blocks = [_]Block{ .{ .list = l }, .{ .code = "xy" } };
        defer blocks[0].list.deinit(gpa);
        try std.testing.expectEqual(5, render(&blocks));
        try std.testing.expectEqual(2, render2(&blocks));
    }`,
  'arguments that are printed where they are handed on': `${header}
    const Log = struct {
        text: std.ArrayList(u8) = .empty,
        gpa: std.mem.Allocator,
        fn print(self: *Log, comptime format: []const u8, args: anytype) !void {
            try self.text.print(self.gpa, "[" ++ format ++ "]", args);
        }
    };
    test "log" {
        var log: Log = .{ .gpa = std.testing.allocator };
        defer log.text.deinit(log.gpa);
        var n: u8 = 7;
        _ = &n;
        try log.print("{d} {s}", .{ n, "x" });
        try log.print("none", .{});
        try log.print("{d}", .{3});
        try std.testing.expectEqualStrings("[7 x][none][3]", log.text.items);
    }`,
});

const check = `
    fn check(comptime K: type, keys: []const K) !void {
        const gpa = std.testing.allocator;
        var map: std.AutoHashMap(K, usize) = .init(gpa);
        defer map.deinit();
        for (keys, 0..) |key, i| try map.put(key, i);
        for (keys) |key| try map.put(key, map.get(key).? + 1);
        var it = map.iterator();
        while (it.next()) |entry| std.debug.print("{d} ", .{entry.value_ptr.*});
        var ordered: std.AutoArrayHashMapUnmanaged(K, u8) = .empty;
        defer ordered.deinit(gpa);
        for (keys, 0..) |key, i| try ordered.put(gpa, key, @intCast(i));
        try std.testing.expect(ordered.swapRemove(keys[0]));
        std.debug.print("{any}\\n", .{ordered.values()});
    }`;

describeSameBehaviour('keys of maps', {
  structs: `${header}${check}
    const Point = struct { x: i32, y: i32 };
    const Mixed = struct { a: u8, b: u32, c: u16, ok: bool };
    const Order = struct { a: u16, b: u32, c: u16 };
    const Odd = struct { a: u21, b: i5 };
    const Bits = packed struct(u8) { a: u3, b: u5 };
    const OddBits = packed struct { a: u3, b: u4 };
    const Extern = extern struct { a: u8, b: u32 };
    test "structs" {
        try check(Point, &.{ .{ .x = 1, .y = 2 }, .{ .x = 2, .y = 1 }, .{ .x = -1, .y = 0 }, .{ .x = 7, .y = 7 } });
        try check(Mixed, &.{ .{ .a = 1, .b = 2, .c = 3, .ok = true }, .{ .a = 1, .b = 2, .c = 3, .ok = false } });
        try check(Order, &.{ .{ .a = 1, .b = 2, .c = 3 }, .{ .a = 3, .b = 2, .c = 1 }, .{ .a = 2, .b = 2, .c = 3 } });
        try check(Odd, &.{ .{ .a = 1, .b = -2 }, .{ .a = 3, .b = 2 }, .{ .a = 2, .b = 2 }, .{ .a = 9, .b = 9 } });
        try check(Bits, &.{ .{ .a = 1, .b = 2 }, .{ .a = 2, .b = 1 }, .{ .a = 7, .b = 31 } });
        try check(OddBits, &.{ .{ .a = 1, .b = 2 }, .{ .a = 2, .b = 1 }, .{ .a = 7, .b = 15 } });
        try check(Extern, &.{ .{ .a = 1, .b = 2 }, .{ .a = 2, .b = 1 } });
    }`,
  'enums, unions and what holds them': `${header}${check}
    const Color = enum { red, green, blue };
    const Open = enum(u16) { a = 500, b = 9, _ };
    const Key = union(enum) { num: u32, small: u3, color: Color, none, pair: struct { u8, u8 } };
    const Nested = struct { color: ?Color, numbers: [2]u16, pair: struct { u8, bool } };
    test "others" {
        try check(Color, &.{ .red, .green, .blue });
        try check(Open, &.{ .a, .b, @enumFromInt(3) });
        try check(Key, &.{ .{ .num = 4 }, .{ .small = 4 }, .{ .color = .blue }, .none, .{ .pair = .{ 1, 2 } }, .{ .num = 9 } });
        try check(Nested, &.{
            .{ .color = null, .numbers = .{ 1, 2 }, .pair = .{ 1, true } },
            .{ .color = .red, .numbers = .{ 1, 2 }, .pair = .{ 1, true } },
        });
        try check([2]u8, &.{ .{ 1, 2 }, .{ 2, 1 }, .{ 3, 3 } });
        try check(?u32, &.{ null, 3, 4 });
        try check(struct { u32, u8 }, &.{ .{ 1, 2 }, .{ 2, 1 } });
    }`,
  'of a generic type': `${header}
    fn Pair(comptime T: type) type {
        return struct { a: T, b: T };
    }
    test "pairs" {
        const gpa = std.testing.allocator;
        var wide: std.AutoHashMapUnmanaged(Pair(u16), []const u8) = .empty;
        defer wide.deinit(gpa);
        try wide.put(gpa, .{ .a = 1, .b = 2 }, "x");
        try std.testing.expectEqualStrings("x", wide.get(.{ .a = 1, .b = 2 }).?);
        var narrow: std.AutoHashMapUnmanaged(Pair(u8), u8) = .empty;
        defer narrow.deinit(gpa);
        try narrow.put(gpa, .{ .a = 1, .b = 2 }, 3);
        try std.testing.expect(narrow.contains(.{ .a = 1, .b = 2 }));
    }`,
});
