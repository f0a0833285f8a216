/** Everyday programs: what public Zig code does that the language's own tests do not. */
import { describeSameBehaviour } from '../support/differential.js';

const header = 'const std = @import("std");\nconst testing = std.testing;\n';

describeSameBehaviour('everyday programs', {
  'a function is tested under failing allocators': `${header}
    fn check(allocator: std.mem.Allocator, wanted: []const u8, count: usize) !void {
        const text = try allocator.alloc(u8, count);
        defer allocator.free(text);
        @memset(text, 'a');
        try testing.expectEqualStrings(wanted, text);
    }
    test "known and unknown arguments" {
        try testing.checkAllAllocationFailures(testing.allocator, check, .{ "aaaa", 4 });
        const word = "aaa";
        var count: usize = 2;
        _ = &count;
        try testing.checkAllAllocationFailures(testing.allocator, check, .{ word[0..count], count });
    }`,
  'function pointers that take an allocator': `${header}
    const Make = *const fn (std.mem.Allocator, []const u8) std.mem.Allocator.Error![]u8;
    fn twice(allocator: std.mem.Allocator, text: []const u8) std.mem.Allocator.Error![]u8 {
        const result = try allocator.alloc(u8, text.len * 2);
        @memcpy(result[0..text.len], text);
        @memcpy(result[text.len..], text);
        return result;
    }
    fn once(allocator: std.mem.Allocator, text: []const u8) ![]u8 {
        return allocator.dupe(u8, text);
    }
    fn run(allocator: std.mem.Allocator, make: Make, text: []const u8, wanted: []const u8) !void {
        const got = try make(allocator, text);
        defer allocator.free(got);
        try testing.expectEqualStrings(wanted, got);
    }
    const Op = struct { name: []const u8, make: Make };
    const ops = [_]Op{ .{ .name = "twice", .make = twice }, .{ .name = "once", .make = once } };
    test "as arguments and in a table" {
        try run(testing.allocator, twice, "ab", "abab");
        try run(testing.allocator, &once, "ab", "ab");
        var length: usize = 0;
        for (ops) |op| {
            const made = try op.make(testing.allocator, op.name);
            defer testing.allocator.free(made);
            length += made.len;
        }
        try testing.expectEqual(@as(usize, 14), length);
    }`,
  'literals are compared by the other side': `${header}
    const Colour = enum { red, green };
    const Result = union(enum) { inserted: void, updated: u32 };
    fn two() [2]Colour {
        return .{ .red, .green };
    }
    fn floats() [2]f32 {
        return .{ 1, 2 };
    }
    fn update(n: u32) Result {
        return if (n == 0) .inserted else .{ .updated = n };
    }
    test "tuples and tags" {
        const expected = .{ .red, .green };
        try testing.expectEqual(expected, two());
        try testing.expectEqual(.{ 1, 2 }, floats());
        try testing.expectEqual(Result.inserted, update(0));
        try testing.expectEqual(Result{ .updated = 3 }, update(3));
    }`,
  'errors that are known at run time only': `${header}
    const Odd = error{ Zero, Odd };
    fn even(n: u32) Odd!u32 {
        if (n == 0) return error.Zero;
        return if (n % 2 == 1) error.Odd else n;
    }
    fn small(n: u32) (Odd || error{Big})!u32 {
        return if (n > 9) error.Big else even(n);
    }
    fn fails(e: Odd, n: u32) !void {
        try testing.expectError(e, even(n));
        try testing.expectError(e, small(n));
    }
    fn failsWithAny(e: anyerror, n: u32) !void {
        try testing.expectError(e, small(n));
    }
    test "they are compared by name" {
        try fails(error.Zero, 0);
        try fails(error.Odd, 3);
        try failsWithAny(error.Odd, 3);
        try failsWithAny(error.Big, 30);
    }`,
  'functions of a test are given at comptime': `${header}
    fn root(x: f32, comptime f: fn (f32) f32, comptime derivative: fn (f32) f32) f32 {
        var guess = x;
        while (@abs(f(guess)) > 0.0001) guess -= f(guess) / derivative(guess);
        return guess;
    }
    test "of containers without a name" {
        const found = root(1, (struct {
            fn f(x: f32) f32 {
                return x * x - 4;
            }
        }).f, (struct {
            fn derivative(x: f32) f32 {
                return 2 * x;
            }
        }).derivative);
        try testing.expectApproxEqAbs(@as(f32, 2), found, 0.001);
    }`,
  'elements of a list behind a pointer are changed': `${header}
    fn Heap(comptime T: type, comptime before: fn (a: T, b: T) bool) type {
        return struct {
            const Self = @This();
            items: std.ArrayList(T),
            fn up(self: *Self) void {
                const items = self.items.items;
                if (before(items[1], items[0])) std.mem.swap(T, &items[0], &items[1]);
            }
            fn set(self: *Self) void {
                const items = self.items.items;
                items[0] = 2;
                bump(&items[1]);
            }
            fn turn(self: *Self) void {
                const items = self.items.items;
                std.mem.reverse(T, items[0..2]);
            }
        };
    }
    fn bump(n: *i32) void {
        n.* += 10;
    }
    fn less(a: i32, b: i32) bool {
        return a < b;
    }
    test "through a local slice" {
        var heap: Heap(i32, less) = .{ .items = .empty };
        defer heap.items.deinit(testing.allocator);
        try heap.items.appendSlice(testing.allocator, &.{ 2, 1, 0 });
        heap.up();
        try testing.expectEqualSlices(i32, &.{ 1, 2, 0 }, heap.items.items);
        heap.set();
        heap.turn();
        try testing.expectEqualSlices(i32, &.{ 12, 2, 0 }, heap.items.items);
    }`,
  'generic types of generic types': `${header}
    fn Node(comptime T: type) type {
        return struct { value: T, left: ?*Node(T) = null, right: ?*Node(T) = null };
    }
    fn Tree(comptime T: type) type {
        return struct {
            root: ?*Node(T) = null,
            fn insert(self: *Tree(T), value: T, allocator: std.mem.Allocator) !void {
                self.root = try insertNode(self.root, value, allocator);
            }
            fn insertNode(at: ?*Node(T), value: T, allocator: std.mem.Allocator) std.mem.Allocator.Error!*Node(T) {
                const node = at orelse {
                    const made = try allocator.create(Node(T));
                    made.* = .{ .value = value };
                    return made;
                };
                if (value < node.value) node.left = try insertNode(node.left, value, allocator);
                if (value > node.value) node.right = try insertNode(node.right, value, allocator);
                return node;
            }
            fn has(self: *Tree(T), value: T) bool {
                var node = self.root;
                while (node) |x| {
                    if (x.value == value) return true;
                    node = if (value < x.value) x.left else x.right;
                }
                return false;
            }
        };
    }
    test "a tree" {
        var arena = std.heap.ArenaAllocator.init(testing.allocator);
        defer arena.deinit();
        var tree = Tree(i32){};
        try testing.expect(!tree.has(3));
        for ([_]i32{ 5, 3, 8, 4 }) |n| try tree.insert(n, arena.allocator());
        try testing.expect(tree.has(4));
        try testing.expect(!tree.has(7));
    }`,
  'a receiver that is taken for its allocator': `${header}
    const Names = struct {
        allocator: std.mem.Allocator,
        list: std.ArrayList([]u8) = .empty,
        counts: std.StringHashMap(u32),
        fn init(allocator: std.mem.Allocator) Names {
            return .{ .allocator = allocator, .counts = std.StringHashMap(u32).init(allocator) };
        }
        fn deinit(self: *Names) void {
            for (self.list.items) |name| self.allocator.free(name);
            self.list.deinit(self.allocator);
            var keys = self.counts.keyIterator();
            while (keys.next()) |key| self.allocator.free(key.*);
            self.counts.deinit();
        }
        fn copy(self: *const Names, name: []const u8) ![]u8 {
            return self.allocator.dupe(u8, name);
        }
        fn join(self: Names, a: []const u8, b: []const u8) ![]u8 {
            return std.mem.concat(self.allocator, u8, &.{ a, b });
        }
        fn add(self: *Names, name: []const u8) !void {
            const entry = try self.counts.getOrPut(name);
            if (!entry.found_existing) {
                entry.key_ptr.* = try self.copy(name);
                entry.value_ptr.* = 0;
            }
            entry.value_ptr.* += 1;
            try self.list.append(self.allocator, try self.join(name, "!"));
        }
    };
    test "copies while an entry is held" {
        var names = Names.init(testing.allocator);
        defer names.deinit();
        for ([_][]const u8{ "a", "b", "a" }) |name| try names.add(name);
        try testing.expectEqual(@as(?u32, 2), names.counts.get("a"));
        try testing.expectEqualStrings("b!", names.list.items[1]);
    }`,
  'empty literals as owned memory': `${header}
    fn made(allocator: std.mem.Allocator, n: usize) ![]u8 {
        if (n == 0) return &[0]u8{};
        return allocator.alloc(u8, n);
    }
    fn chosen(allocator: std.mem.Allocator, n: usize) ![]u8 {
        const result: []u8 = if (n > 1) try allocator.alloc(u8, n) else &.{};
        return result;
    }
    test "beside memory" {
        const allocator = testing.allocator;
        for (0..3) |n| {
            const a = try made(allocator, n);
            defer allocator.free(a);
            const b = try chosen(allocator, n);
            defer allocator.free(b);
            try testing.expectEqual(if (n == 1) 1 else n * 2, a.len + b.len);
        }
    }`,
  'methods named as those of traits': `${header}
    const Text = struct {
        buffer: ?[]u8 = null,
        count: usize = 0,
        fn clone(self: Text) error{TooLong}!Text {
            if (self.count > 10) return error.TooLong;
            var copy = self;
            copy.count += 1;
            return copy;
        }
        fn next(self: *Text) !usize {
            const copy = try self.clone();
            return copy.count;
        }
        fn toOwned(self: Text, allocator: std.mem.Allocator) error{ OutOfMemory, TooLong }!?[]u8 {
            if (self.count > 10) return error.TooLong;
            const buffer = self.buffer orelse return null;
            if (allocator.alloc(u8, buffer.len)) |copy| {
                std.mem.copyForwards(u8, copy, buffer);
                return copy;
            } else |_| return error.OutOfMemory;
        }
    };
    test "by value, on a pointer" {
        var letters = [_]u8{ 'a', 'b' };
        var text = Text{ .count = 3, .buffer = &letters };
        try testing.expectEqual(@as(usize, 4), try text.next());
        const owned = (try text.toOwned(testing.allocator)).?;
        defer testing.allocator.free(owned);
        try testing.expectEqualStrings("ab", owned);
        text.count = 11;
        try testing.expectError(error.TooLong, text.next());
    }`,
  'a hash map with a context of its own': `${header}
    const Cell = struct { row: usize, column: usize };
    const Context = struct {
        pub fn hash(_: Context, cell: Cell) u64 {
            return (cell.row << 16) ^ cell.column;
        }
        pub fn eql(_: Context, a: Cell, b: Cell) bool {
            return a.row == b.row and a.column == b.column;
        }
    };
    test "its memory is aligned" {
        var seen = std.HashMap(Cell, void, Context, 50).init(testing.allocator);
        defer seen.deinit();
        for (0..40) |i| try seen.put(.{ .row = i, .column = i * i % 7 }, {});
        try testing.expect(seen.contains(.{ .row = 3, .column = 2 }));
        try testing.expect(!seen.contains(.{ .row = 3, .column = 3 }));
        try testing.expectEqual(@as(u32, 40), seen.count());
    }`,
});
