/** What whole programs of everyday Zig met that smaller cases did not. */
import { describeSameBehaviour } from '../support/differential.js';

describeSameBehaviour('everyday programs', {
  'values on their way into wider ones': `
    const std = @import("std");
    fn port(text: []const u8) ?u16 {
        return std.fmt.parseInt(u16, text, 10) catch null;
    }
    fn find(items: []const u8, wanted: u8) error{NotFound}!usize {
        return std.mem.indexOfScalar(u8, items, wanted) orelse error.NotFound;
    }
    fn first(items: []const u32) !u64 {
        const head: ?u32 = if (items.len == 0) null else items[0];
        return head orelse error.Empty;
    }
    test "catch null" {
        try std.testing.expectEqual(80, port("80").?);
        try std.testing.expect(port("x") == null);
    }
    test "orelse error" {
        try std.testing.expectEqual(1, try find("abc", 'b'));
        try std.testing.expectError(error.NotFound, find("abc", 'x'));
        try std.testing.expectEqual(7, try first(&.{7}));
        try std.testing.expectError(error.Empty, first(&.{}));
    }
    test "texts of different lengths without a name" {
        var length: usize = 0;
        for ([_][]const u8{ "a", "bcd", "" }) |text| length += text.len;
        for ([_]?[]const u8{ null, "ef" }) |text| length += if (text) |t| t.len else 10;
        try std.testing.expectEqual(16, length);
    }
    test "a literal is taken apart element by element" {
        var a: u32 = 1;
        var b: u32 = 2;
        a, b = .{ b, a };
        try std.testing.expectEqual(2, a);
        try std.testing.expectEqual(2, b);
        var list = [_]usize{ 10, 20, 30 };
        var i: usize = 0;
        i, list[i], const c = .{ 2, i + 5, list[0] };
        try std.testing.expectEqual([_]usize{ 7, 20, 30 }, list);
        try std.testing.expectEqual(7, c);
        const pair = .{ b, a + 1 };
        a, b = pair;
        try std.testing.expectEqual(3, b);
    }`,
  'errors that cannot occur in a generic type': `
    const std = @import("std");
    fn Stack(comptime T: type) type {
        return struct {
            items: std.ArrayList(T) = .empty,
            gpa: std.mem.Allocator,
            fn push(self: *@This(), value: T) !void {
                try self.items.append(self.gpa, value);
            }
            fn pushTwo(self: *@This(), value: T) !void {
                try self.push(value);
                try self.push(value);
            }
        };
    }
    test "push" {
        var stack = Stack(u8){ .gpa = std.testing.allocator };
        defer stack.items.deinit(stack.gpa);
        try stack.pushTwo(1);
        try std.testing.expectEqual(2, stack.items.items.len);
    }`,
  'a writer that is lent to a struct': `
    const std = @import("std");
    const Machine = struct {
        out: *std.Io.Writer,
        steps: u32 = 0,
        fn step(self: *Machine) !u32 {
            self.steps += 1;
            try self.out.print("step {d}, ", .{self.steps});
            return self.steps;
        }
        fn report(self: *Machine) !void {
            try self.out.print("now {d}\\n", .{try self.step()});
        }
    };
    pub fn main(init: std.process.Init) !void {
        var buffer: [64]u8 = undefined;
        var file = std.Io.File.stdout().writer(init.io, &buffer);
        const out = &file.interface;
        var machine = Machine{ .out = out };
        try machine.report();
        try out.print("{d} steps\\n", .{machine.steps});
        try out.flush();
    }`,
  'variables of the program are printed': `
    const std = @import("std");
    var counter: u32 = 0;
    var name: []const u8 = "x";
    const State = struct { a: u32, b: [2]u8 };
    var state: State = .{ .a = 1, .b = .{ 2, 3 } };
    const Live = struct {
        var count: u32 = 0;
    };
    fn bump() void {
        counter += 1;
        state.b[1] = 9;
        name = "yz";
        Live.count += 1;
    }
    pub fn main() void {
        bump();
        std.debug.print("{d} {s} {d} {d} {any}\\n", .{ counter, name, state.a, state.b[1], state.b });
        if (counter > 0) std.debug.print("{d} {any}\\n", .{ Live.count, state });
    }
    test "compared" {
        try std.testing.expectEqual(1, state.a);
        try std.testing.expectEqual([2]u8{ 2, 3 }, state.b);
    }`,
  'nodes in a map and in a list': `
    const std = @import("std");
    const Node = struct { key: u32, next: ?*Node = null };
    const Index = struct {
        gpa: std.mem.Allocator,
        head: ?*Node = null,
        nodes: std.AutoHashMap(u32, *Node),
        fn add(self: *Index, key: u32) !void {
            const node = try self.gpa.create(Node);
            errdefer self.gpa.destroy(node);
            node.* = .{ .key = key };
            try self.nodes.put(key, node);
            node.next = self.head;
            self.head = node;
        }
        fn drop(self: *Index, key: u32) bool {
            const node = self.nodes.get(key) orelse return false;
            var link = &self.head;
            while (link.*) |at| : (link = &at.next) {
                if (at != node) continue;
                link.* = at.next;
                break;
            }
            _ = self.nodes.remove(key);
            self.gpa.destroy(node);
            return true;
        }
    };
    test "nodes" {
        const gpa = std.testing.allocator;
        var index: Index = .{ .gpa = gpa, .nodes = .init(gpa) };
        defer index.nodes.deinit();
        for (0..3) |key| try index.add(@intCast(key));
        try std.testing.expect(index.drop(1));
        try std.testing.expect(!index.drop(1));
        try std.testing.expectEqual(0, index.head.?.next.?.key);
        if (index.nodes.get(2)) |node| try std.testing.expectEqual(2, node.key);
        try std.testing.expect(index.drop(0));
        try std.testing.expect(index.drop(2));
    }
    test "keys that the map owns" {
        const gpa = std.testing.allocator;
        var counts = std.StringHashMap(u32).init(gpa);
        defer counts.deinit();
        try counts.put(try gpa.dupe(u8, "abc"), 1);
        try std.testing.expectEqual(1, counts.get("abc").?);
        var keys = counts.keyIterator();
        while (keys.next()) |key| gpa.free(key.*);
    }`,
  'constants and errors are printed': `
    const std = @import("std");
    fn half(n: u32) !u32 {
        if (n % 2 != 0) return error.Odd;
        return n / 2;
    }
    pub fn main() void {
        const nothing: ?u8 = null;
        std.debug.print("{c} {u} {?d} {any} {any}\\n", .{ 'A', 0x20AC, nothing, half(3), half(4) });
    }`,
  'tables by name': `
    const std = @import("std");
    const Kind = enum { apple, pear, plum };
    const lookup = std.StaticStringMap(Kind).initComptime(.{ .{ "apple", .apple }, .{ "pear", .pear } });
    const keywords = std.StaticStringMap(void).initComptime(.{ .{"if"}, .{"else"} });
    test "tables" {
        try std.testing.expectEqual(Kind.pear, lookup.get("pear").?);
        try std.testing.expect(lookup.get("plum") == null);
        try std.testing.expect(keywords.has("else") and !keywords.has("fi"));
        try std.testing.expectEqual(Kind.plum, std.meta.stringToEnum(Kind, "plum").?);
    }
    test "in the order of insertion" {
        const gpa = std.testing.allocator;
        var counts: std.AutoArrayHashMapUnmanaged(u32, u32) = .empty;
        defer counts.deinit(gpa);
        for ([_]u32{ 5, 3, 9, 3, 5, 5 }) |n| {
            const entry = try counts.getOrPut(gpa, n);
            if (!entry.found_existing) entry.value_ptr.* = 0;
            entry.value_ptr.* += 1;
        }
        try std.testing.expectEqualSlices(u32, &.{ 5, 3, 9 }, counts.keys());
        for (counts.values()) |*count| count.* *= 2;
        try std.testing.expect(counts.swapRemove(5));
        var sum: u32 = 0;
        var entries = counts.iterator();
        while (entries.next()) |entry| sum += entry.key_ptr.* * entry.value_ptr.*;
        try std.testing.expectEqual(3 * 4 + 9 * 2, sum);
    }`,
  'sorting by hand': `
    const std = @import("std");
    fn heapSort(comptime T: type, items: []T) void {
        var start = items.len / 2;
        while (start > 0) {
            start -= 1;
            siftDown(T, items, start);
        }
        var end = items.len;
        while (end > 1) {
            end -= 1;
            std.mem.swap(T, &items[0], &items[end]);
            siftDown(T, items[0..end], 0);
        }
    }
    fn siftDown(comptime T: type, heap: []T, root: usize) void {
        var parent = root;
        while (2 * parent + 1 < heap.len) {
            var child = 2 * parent + 1;
            if (child + 1 < heap.len and heap[child] < heap[child + 1]) child += 1;
            if (heap[parent] >= heap[child]) return;
            std.mem.swap(T, &heap[parent], &heap[child]);
            parent = child;
        }
    }
    fn mergeSort(gpa: std.mem.Allocator, items: []i32) !void {
        if (items.len < 2) return;
        const left = try gpa.dupe(i32, items[0 .. items.len / 2]);
        defer gpa.free(left);
        const right = try gpa.dupe(i32, items[items.len / 2 ..]);
        defer gpa.free(right);
        try mergeSort(gpa, left);
        try mergeSort(gpa, right);
        var i: usize = 0;
        var j: usize = 0;
        for (items) |*item| {
            if (j == right.len or (i < left.len and left[i] <= right[j])) {
                item.* = left[i];
                i += 1;
            } else {
                item.* = right[j];
                j += 1;
            }
        }
    }
    fn transpose(grid: *[3][3]u8) void {
        for (0..3) |i| {
            for (0..i) |j| std.mem.swap(u8, &grid[i][j], &grid[j][i]);
        }
    }
    const Edge = struct { a: u8, weight: u32 };
    test "sorts" {
        var d = [_]u64{ 9, 1, 8, 2 };
        heapSort(u64, d[0..]);
        try std.testing.expectEqual([_]u64{ 1, 2, 8, 9 }, d);
        var m = [_]i32{ 5, -3, 9, 0 };
        try mergeSort(std.testing.allocator, &m);
        try std.testing.expectEqual([_]i32{ -3, 0, 5, 9 }, m);
        var edges = [_]Edge{ .{ .a = 1, .weight = 5 }, .{ .a = 2, .weight = 3 } };
        std.mem.sort(Edge, &edges, {}, struct {
            fn lessThan(_: void, x: Edge, y: Edge) bool {
                return x.weight < y.weight;
            }
        }.lessThan);
        try std.testing.expectEqual(2, edges[0].a);
        var grid: [3][3]u8 = .{ .{ 1, 2, 3 }, .{ 4, 5, 6 }, .{ 7, 8, 9 } };
        transpose(&grid);
        try std.testing.expectEqual([3]u8{ 3, 6, 9 }, grid[2]);
    }`,
  'pointers into a map that a method gives': `
    const std = @import("std");
    const Account = struct { balance: u32, log: std.ArrayList(u32) = .empty };
    const Bank = struct {
        gpa: std.mem.Allocator,
        accounts: std.AutoHashMap(u32, Account),
        fn get(self: *Bank, id: u32) error{Missing}!*Account {
            return self.accounts.getPtr(id) orelse error.Missing;
        }
        fn find(self: *Bank, id: u32) ?*Account {
            return self.accounts.getPtr(id);
        }
        fn move(self: *Bank, from: u32, to: u32, amount: u32) !void {
            const source = try self.get(from);
            const target = self.find(to) orelse return error.NoTarget;
            source.balance -= amount;
            target.balance += amount;
            try target.log.append(self.gpa, amount);
        }
    };
    test "move" {
        const gpa = std.testing.allocator;
        var bank: Bank = .{ .gpa = gpa, .accounts = .init(gpa) };
        defer bank.accounts.deinit();
        try bank.accounts.put(1, .{ .balance = 10 });
        try bank.accounts.put(2, .{ .balance = 0 });
        try bank.move(1, 2, 4);
        try std.testing.expectError(error.NoTarget, bank.move(1, 3, 4));
        (try bank.get(2)).balance += 1;
        const target = try bank.get(2);
        defer target.log.deinit(gpa);
        for (target.log.items) |amount| try std.testing.expectEqual(4, amount);
        try std.testing.expectEqual(5, target.balance + 0 * target.log.items[0]);
    }`,
  'slices that get longer and shorter': `
    const std = @import("std");
    const Stack = struct {
        items: []u8,
        fn push(self: *Stack, byte: u8) void {
            self.items.len += 1;
            self.items[self.items.len - 1] = byte;
        }
        fn pop(self: *Stack) ?u8 {
            if (self.items.len == 0) return null;
            defer self.items.len -= 1;
            return self.items[self.items.len - 1];
        }
    };
    fn withoutSuffix(text: []const u8) []const u8 {
        var rest = text;
        if (std.mem.endsWith(u8, rest, "B")) rest.len -= 1;
        return rest;
    }
    test "lengths" {
        var buffer: [8]u8 = @splat(7);
        var stack: Stack = .{ .items = buffer[0..0] };
        stack.push(1);
        stack.push(2);
        try std.testing.expectEqual(2, stack.pop().?);
        try std.testing.expectEqual(1, stack.pop().?);
        try std.testing.expect(stack.pop() == null);
        try std.testing.expectEqualStrings("12k", withoutSuffix("12kB"));
    }
    const Step = enum { start, digits };
    test "a label that Rust reserves" {
        var count: u32 = 0;
        loop: switch (Step.start) {
            .start => {
                count += 1;
                if (count < 3) continue :loop .start;
                continue :loop .digits;
            },
            .digits => count += 10,
        }
        try std.testing.expectEqual(13, count);
    }`,
});
