/**
 * Programs whose pointers meet: each must compile in Rust (a borrow error is this pass's fault) and do what it does in Zig, with references
 * where they are sound and raw pointers where they are not.
 */
import { describeSameBehaviour } from '../support/differential.js';

const std = 'const std = @import("std");\nconst expect = std.testing.expect;\n';

describeSameBehaviour('pointers that meet', {
  'swapped with itself': `${std}
    fn swap(a: *u32, b: *u32) void { const t = a.*; a.* = b.*; b.* = t; }
    test "one" { var x: u32 = 7; swap(&x, &x); try expect(x == 7); }
    test "two" { var x: u32 = 1; var y: u32 = 2; swap(&x, &y); try expect(x == 2 and y == 1); }`,

  'elements kept across calls on their container': `${std}
    const M = struct {
      data: [4]u32 = @splat(0),
      fn at(self: *M, i: usize) *u32 { return &self.data[i]; }
    };
    test "kept" {
      var m: M = .{};
      const a = m.at(0);
      const b = m.at(1);
      a.* = 1;
      b.* = a.* + 1;
      try expect(m.at(1).* == 2);
    }`,

  'overlapping slices': `${std}
    fn copy(dst: []u8, src: []const u8) void { for (dst[0..src.len], src) |*d, s| d.* = s; }
    test "overlap" {
      var buf = "abcdef".*;
      copy(buf[0..3], buf[3..6]);
      copy(buf[1..4], buf[0..3]);
      try expect(buf[0] == 'd' and buf[1] == 'd');
    }`,

  'a pointer into a struct beside its methods': `${std}
    const Counter = struct {
      hits: u32 = 0,
      last: u8 = 0,
      fn hit(self: *Counter, c: u8) void { self.hits += 1; self.last = c; }
    };
    test "beside" {
      var c: Counter = .{};
      const p = &c.hits;
      c.hit('a');
      p.* += 10;
      c.hit('b');
      try expect(c.hits == 12 and c.last == 'b');
    }`,

  'tokens outlive the tokenizer that made them': `${std}
    const Words = struct {
      text: []const u8,
      at: usize = 0,
      fn next(self: *Words) ?[]const u8 {
        while (self.at < self.text.len and self.text[self.at] == ' ') self.at += 1;
        if (self.at == self.text.len) return null;
        const start = self.at;
        while (self.at < self.text.len and self.text[self.at] != ' ') self.at += 1;
        return self.text[start..self.at];
      }
    };
    fn last(text: []const u8) []const u8 {
      var words: Words = .{ .text = text };
      var found: []const u8 = "";
      while (words.next()) |word| found = word;
      return found;
    }
    test "last" { const text = "one two three ".*; try expect(std.mem.eql(u8, last(&text), "three")); }`,

  'a method whose argument needs the receiver': `${std}
    const S = struct {
      list: [8]u32 = @splat(0),
      len: usize = 0,
      fn next(self: *S) u32 { self.len += 1; return @intCast(self.len); }
      fn put(self: *S, i: usize, x: u32) void { self.list[i] = x; }
    };
    test "receiver" {
      var s: S = .{};
      s.put(s.len, s.next());
      s.put(s.len, s.next());
      try expect(s.list[0] == 1 and s.list[1] == 2);
    }`,

  'linked through optional pointers': `${std}
    const Node = struct { value: u32, next: ?*Node = null };
    fn sum(first: ?*const Node) u32 {
      var total: u32 = 0;
      var it = first;
      while (it) |node| : (it = node.next) total += node.value;
      return total;
    }
    test "chain" {
      var c: Node = .{ .value = 3 };
      var b: Node = .{ .value = 2, .next = &c };
      const a: Node = .{ .value = 1, .next = &b };
      try expect(sum(&a) == 6);
      c.value = 30;
      try expect(sum(&b) == 32);
    }`,
});

describeSameBehaviour('owners', {
  'a list of made things, freed at the end': `${std}
    const Item = struct { name: []u8, n: u32 };
    const Box = struct {
      items: std.ArrayList(Item) = .empty,
      gpa: std.mem.Allocator,
      fn add(self: *Box, name: []const u8) !void {
        const copy = try self.gpa.dupe(u8, name);
        errdefer self.gpa.free(copy);
        try self.items.append(self.gpa, .{ .name = copy, .n = @intCast(name.len) });
      }
      fn find(self: *Box, name: []const u8) ?*Item {
        for (self.items.items) |*item| if (std.mem.eql(u8, item.name, name)) return item;
        return null;
      }
      fn deinit(self: *Box) void {
        for (self.items.items) |item| self.gpa.free(item.name);
        self.items.deinit(self.gpa);
      }
    };
    test "made" {
      var box: Box = .{ .gpa = std.testing.allocator };
      defer box.deinit();
      try box.add("ab");
      try box.add("cde");
      if (box.find("ab")) |item| item.n += 40;
      var total: u32 = 0;
      for (box.items.items) |item| total += item.n;
      try expect(total == 45);
    }`,

  'a stack of nodes, pushed and popped': `${std}
    const Node = struct { value: u32, next: ?*Node };
    const Stack = struct {
      head: ?*Node = null,
      gpa: std.mem.Allocator,
      fn push(self: *Stack, value: u32) !void {
        const node = try self.gpa.create(Node);
        node.* = .{ .value = value, .next = self.head };
        self.head = node;
      }
      fn pop(self: *Stack) ?u32 {
        const node = self.head orelse return null;
        self.head = node.next;
        const value = node.value;
        self.gpa.destroy(node);
        return value;
      }
    };
    test "stack" {
      var s: Stack = .{ .gpa = std.testing.allocator };
      try s.push(1);
      try s.push(2);
      try expect(s.pop().? == 2);
      try expect(s.pop().? == 1);
      try expect(s.pop() == null);
    }`,

  'a copy that is kept beside the original': `${std}
    const Item = struct { name: []u8, price: u32 };
    fn dearest(items: []const Item) ?Item {
      var best: ?Item = null;
      for (items) |item| {
        if (best == null or item.price > best.?.price) best = item;
      }
      return best;
    }
    test "dearest" {
      const gpa = std.testing.allocator;
      var items = [_]Item{
        .{ .name = try gpa.dupe(u8, "a"), .price = 1 },
        .{ .name = try gpa.dupe(u8, "b"), .price = 3 },
      };
      defer for (items) |item| gpa.free(item.name);
      try expect(dearest(&items).?.name[0] == 'b');
    }`,
});
