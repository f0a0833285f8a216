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
});
