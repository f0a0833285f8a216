/** Nodes made by an allocator: trees, lists, queues, caches; and what comes out of arenas. */
import { describeSameBehaviour } from '../support/differential.js';

describeSameBehaviour('nodes', {
  'a stack of nodes': `
    const std = @import("std");
    const Allocator = std.mem.Allocator;

    fn Stack(comptime T: type) type {
      return struct {
        const Self = @This();
        const Node = struct { value: T, next: ?*Node };

        gpa: Allocator,
        head: ?*Node = null,
        len: usize = 0,

        fn init(gpa: Allocator) Self {
          return .{ .gpa = gpa };
        }
        fn deinit(self: *Self) void {
          var cur = self.head;
          while (cur) |n| {
            const next = n.next;
            self.gpa.destroy(n);
            cur = next;
          }
          self.head = null;
        }
        fn push(self: *Self, value: T) !void {
          const node = try self.gpa.create(Node);
          node.* = .{ .value = value, .next = self.head };
          self.head = node;
          self.len += 1;
        }
        fn pop(self: *Self) ?T {
          const node = self.head orelse return null;
          const value = node.value;
          self.head = node.next;
          self.gpa.destroy(node);
          self.len -= 1;
          return value;
        }
        fn peek(self: Self) ?T {
          return if (self.head) |n| n.value else null;
        }
        fn contains(self: *const Self, value: T) bool {
          var cur = self.head;
          while (cur) |n| : (cur = n.next) {
            if (n.value == value) return true;
          }
          return false;
        }
        fn reverse(self: *Self) void {
          var prev: ?*Node = null;
          var cur = self.head;
          while (cur) |n| {
            const next = n.next;
            n.next = prev;
            prev = n;
            cur = next;
          }
          self.head = prev;
        }
      };
    }

    test "stack" {
      var s = Stack(u32).init(std.testing.allocator);
      defer s.deinit();
      for (0..5) |i| try s.push(@intCast(i * i));
      try std.testing.expectEqual(@as(?u32, 16), s.pop());
      try std.testing.expectEqual(@as(?u32, 9), s.peek());
      try std.testing.expect(s.contains(1));
      try std.testing.expect(!s.contains(16));
      s.reverse();
      try std.testing.expectEqual(@as(?u32, 0), s.pop());
      try std.testing.expectEqual(@as(usize, 3), s.len);
    }`,

  'a search tree, descended by the address of a link': `
    const std = @import("std");
    const Allocator = std.mem.Allocator;

    const Node = struct {
      key: i32,
      left: ?*Node = null,
      right: ?*Node = null,
    };

    const Tree = struct {
      root: ?*Node = null,
      gpa: Allocator,
      count: usize = 0,

      fn init(gpa: Allocator) Tree {
        return .{ .gpa = gpa };
      }
      fn deinit(self: *Tree) void {
        self.free(self.root);
      }
      fn free(self: *Tree, node: ?*Node) void {
        if (node) |n| {
          self.free(n.left);
          self.free(n.right);
          self.gpa.destroy(n);
        }
      }
      fn insert(self: *Tree, key: i32) !bool {
        var slot = &self.root;
        while (slot.*) |n| {
          if (key == n.key) return false;
          slot = if (key < n.key) &n.left else &n.right;
        }
        const node = try self.gpa.create(Node);
        node.* = .{ .key = key };
        slot.* = node;
        self.count += 1;
        return true;
      }
      fn contains(self: *const Tree, key: i32) bool {
        var cur = self.root;
        while (cur) |n| {
          if (key == n.key) return true;
          cur = if (key < n.key) n.left else n.right;
        }
        return false;
      }
      fn height(node: ?*const Node) usize {
        const n = node orelse return 0;
        return 1 + @max(height(n.left), height(n.right));
      }
      fn inorder(node: ?*const Node, out: *std.ArrayList(i32), gpa: Allocator) !void {
        if (node) |n| {
          try inorder(n.left, out, gpa);
          try out.append(gpa, n.key);
          try inorder(n.right, out, gpa);
        }
      }
    };

    test "tree" {
      const gpa = std.testing.allocator;
      var tree = Tree.init(gpa);
      defer tree.deinit();
      for ([_]i32{ 5, 2, 8, 1, 9, 3 }) |k| try std.testing.expect(try tree.insert(k));
      try std.testing.expect(!try tree.insert(8));
      try std.testing.expect(tree.contains(3));
      try std.testing.expect(!tree.contains(4));
      try std.testing.expectEqual(@as(usize, 3), Tree.height(tree.root));
      var out: std.ArrayList(i32) = .empty;
      defer out.deinit(gpa);
      try Tree.inorder(tree.root, &out, gpa);
      try std.testing.expectEqualSlices(i32, &.{ 1, 2, 3, 5, 8, 9 }, out.items);
    }`,

  'a search tree of recursive functions': `
    const std = @import("std");
    const Allocator = std.mem.Allocator;

    const Node = struct {
      key: i32,
      left: ?*Node,
      right: ?*Node,

      fn create(gpa: Allocator, key: i32) !*Node {
        const node = try gpa.create(Node);
        node.* = .{ .key = key, .left = null, .right = null };
        return node;
      }
      fn destroy(self: *Node, gpa: Allocator) void {
        if (self.left) |l| l.destroy(gpa);
        if (self.right) |r| r.destroy(gpa);
        gpa.destroy(self);
      }
      fn insert(self: *Node, gpa: Allocator, key: i32) !void {
        if (key < self.key) {
          if (self.left) |l| {
            try l.insert(gpa, key);
          } else {
            self.left = try Node.create(gpa, key);
          }
        } else {
          if (self.right) |r| {
            try r.insert(gpa, key);
          } else {
            self.right = try Node.create(gpa, key);
          }
        }
      }
      fn sum(self: *const Node) i32 {
        var total = self.key;
        if (self.left) |l| total += l.sum();
        if (self.right) |r| total += r.sum();
        return total;
      }
      fn min(self: *const Node) i32 {
        var cur = self;
        while (cur.left) |l| cur = l;
        return cur.key;
      }
    };

    test "recursive tree" {
      const gpa = std.testing.allocator;
      const root = try Node.create(gpa, 10);
      defer root.destroy(gpa);
      for ([_]i32{ 4, 15, 2, 6, 20 }) |k| try root.insert(gpa, k);
      try std.testing.expectEqual(@as(i32, 57), root.sum());
      try std.testing.expectEqual(@as(i32, 2), root.min());
    }`,

  'a queue with head and tail': `
    const std = @import("std");
    const Allocator = std.mem.Allocator;

    const Queue = struct {
      const Node = struct { value: u32, next: ?*Node = null };
      gpa: Allocator,
      head: ?*Node = null,
      tail: ?*Node = null,

      fn deinit(self: *Queue) void {
        while (self.pop()) |_| {}
      }
      fn push(self: *Queue, value: u32) !void {
        const node = try self.gpa.create(Node);
        node.* = .{ .value = value };
        if (self.tail) |tail| tail.next = node else self.head = node;
        self.tail = node;
      }
      fn pop(self: *Queue) ?u32 {
        const node = self.head orelse return null;
        defer self.gpa.destroy(node);
        self.head = node.next;
        if (self.head == null) self.tail = null;
        return node.value;
      }
    };

    test "queue" {
      var q = Queue{ .gpa = std.testing.allocator };
      defer q.deinit();
      for (1..6) |i| try q.push(@intCast(i));
      try std.testing.expectEqual(@as(?u32, 1), q.pop());
      try std.testing.expectEqual(@as(?u32, 2), q.pop());
      try q.push(99);
      var sum: u32 = 0;
      while (q.pop()) |v| sum += v;
      try std.testing.expectEqual(@as(u32, 111), sum);
      try q.push(1);
    }`,

  'a doubly linked list': `
    const std = @import("std");
    const Allocator = std.mem.Allocator;

    const List = struct {
      const Node = struct { value: i32, prev: ?*Node = null, next: ?*Node = null };
      gpa: Allocator,
      first: ?*Node = null,
      last: ?*Node = null,
      len: usize = 0,

      fn deinit(self: *List) void {
        var cur = self.first;
        while (cur) |n| {
          const next = n.next;
          self.gpa.destroy(n);
          cur = next;
        }
      }
      fn append(self: *List, value: i32) !*Node {
        const node = try self.gpa.create(Node);
        node.* = .{ .value = value, .prev = self.last };
        if (self.last) |last| last.next = node else self.first = node;
        self.last = node;
        self.len += 1;
        return node;
      }
      fn remove(self: *List, node: *Node) void {
        if (node.prev) |p| p.next = node.next else self.first = node.next;
        if (node.next) |n| n.prev = node.prev else self.last = node.prev;
        self.gpa.destroy(node);
        self.len -= 1;
      }
      fn find(self: *List, value: i32) ?*Node {
        var cur = self.first;
        while (cur) |n| : (cur = n.next) {
          if (n.value == value) return n;
        }
        return null;
      }
    };

    test "doubly linked" {
      var list = List{ .gpa = std.testing.allocator };
      defer list.deinit();
      for ([_]i32{ 1, 2, 3, 4 }) |v| _ = try list.append(v);
      const three = list.find(3).?;
      list.remove(three);
      list.remove(list.find(1).?);
      try std.testing.expectEqual(@as(usize, 2), list.len);
      try std.testing.expectEqual(@as(i32, 2), list.first.?.value);
      try std.testing.expectEqual(@as(i32, 4), list.last.?.value);
      try std.testing.expect(list.first.?.next.? == list.last.?);
    }`,

  'a cache that forgets the oldest': `
    const std = @import("std");
    const Allocator = std.mem.Allocator;

    const Lru = struct {
      const Node = struct { key: u32, value: []u8, prev: ?*Node = null, next: ?*Node = null };
      gpa: Allocator,
      capacity: usize,
      map: std.AutoHashMap(u32, *Node),
      head: ?*Node = null,
      tail: ?*Node = null,

      fn init(gpa: Allocator, capacity: usize) Lru {
        return .{ .gpa = gpa, .capacity = capacity, .map = std.AutoHashMap(u32, *Node).init(gpa) };
      }
      fn deinit(self: *Lru) void {
        var cur = self.head;
        while (cur) |n| {
          cur = n.next;
          self.gpa.free(n.value);
          self.gpa.destroy(n);
        }
        self.map.deinit();
      }
      fn unlink(self: *Lru, n: *Node) void {
        if (n.prev) |p| p.next = n.next else self.head = n.next;
        if (n.next) |x| x.prev = n.prev else self.tail = n.prev;
        n.prev = null;
        n.next = null;
      }
      fn pushFront(self: *Lru, n: *Node) void {
        n.next = self.head;
        if (self.head) |h| h.prev = n;
        self.head = n;
        if (self.tail == null) self.tail = n;
      }
      fn get(self: *Lru, key: u32) ?[]const u8 {
        const n = self.map.get(key) orelse return null;
        self.unlink(n);
        self.pushFront(n);
        return n.value;
      }
      fn put(self: *Lru, key: u32, value: []const u8) !void {
        if (self.map.get(key)) |n| {
          const copy = try self.gpa.dupe(u8, value);
          self.gpa.free(n.value);
          n.value = copy;
          self.unlink(n);
          self.pushFront(n);
          return;
        }
        if (self.map.count() == self.capacity) {
          const old = self.tail.?;
          self.unlink(old);
          _ = self.map.remove(old.key);
          self.gpa.free(old.value);
          self.gpa.destroy(old);
        }
        const n = try self.gpa.create(Node);
        errdefer self.gpa.destroy(n);
        n.* = .{ .key = key, .value = try self.gpa.dupe(u8, value) };
        try self.map.put(key, n);
        self.pushFront(n);
      }
    };

    test "lru" {
      var cache = Lru.init(std.testing.allocator, 2);
      defer cache.deinit();
      try cache.put(1, "one");
      try cache.put(2, "two");
      try std.testing.expectEqualStrings("one", cache.get(1).?);
      try cache.put(3, "three");
      try std.testing.expect(cache.get(2) == null);
      try cache.put(1, "uno");
      try std.testing.expectEqualStrings("uno", cache.get(1).?);
      try std.testing.expectEqualStrings("three", cache.get(3).?);
    }`,

  'a hash map with chains': `
    const std = @import("std");
    const Allocator = std.mem.Allocator;

    const Map = struct {
      const Node = struct { key: []u8, value: i32, next: ?*Node };
      gpa: Allocator,
      buckets: []?*Node,
      count: usize = 0,

      fn init(gpa: Allocator, n: usize) !Map {
        const buckets = try gpa.alloc(?*Node, n);
        @memset(buckets, null);
        return .{ .gpa = gpa, .buckets = buckets };
      }
      fn deinit(self: *Map) void {
        for (self.buckets) |bucket| {
          var cur = bucket;
          while (cur) |n| {
            const next = n.next;
            self.gpa.free(n.key);
            self.gpa.destroy(n);
            cur = next;
          }
        }
        self.gpa.free(self.buckets);
      }
      fn hash(key: []const u8) usize {
        var h: usize = 5381;
        for (key) |c| h = h *% 33 +% c;
        return h;
      }
      fn put(self: *Map, key: []const u8, value: i32) !void {
        const i = hash(key) % self.buckets.len;
        var cur = self.buckets[i];
        while (cur) |n| : (cur = n.next) {
          if (std.mem.eql(u8, n.key, key)) {
            n.value = value;
            return;
          }
        }
        const node = try self.gpa.create(Node);
        errdefer self.gpa.destroy(node);
        node.* = .{ .key = try self.gpa.dupe(u8, key), .value = value, .next = self.buckets[i] };
        self.buckets[i] = node;
        self.count += 1;
      }
      fn get(self: *const Map, key: []const u8) ?i32 {
        var cur = self.buckets[hash(key) % self.buckets.len];
        while (cur) |n| : (cur = n.next) {
          if (std.mem.eql(u8, n.key, key)) return n.value;
        }
        return null;
      }
      fn remove(self: *Map, key: []const u8) bool {
        var link = &self.buckets[hash(key) % self.buckets.len];
        while (link.*) |n| {
          if (std.mem.eql(u8, n.key, key)) {
            link.* = n.next;
            self.gpa.free(n.key);
            self.gpa.destroy(n);
            self.count -= 1;
            return true;
          }
          link = &n.next;
        }
        return false;
      }
    };

    test "chained" {
      var m = try Map.init(std.testing.allocator, 3);
      defer m.deinit();
      for ([_][]const u8{ "a", "b", "c", "d", "e" }, 0..) |k, i| try m.put(k, @intCast(i));
      try m.put("c", 77);
      try std.testing.expectEqual(@as(?i32, 77), m.get("c"));
      try std.testing.expectEqual(@as(?i32, null), m.get("x"));
      try std.testing.expect(m.remove("d"));
      try std.testing.expect(!m.remove("d"));
      try std.testing.expectEqual(@as(usize, 4), m.count);
    }`,

  'a trie': `
    const std = @import("std");
    const Allocator = std.mem.Allocator;

    const Trie = struct {
      const Node = struct {
        children: [26]?*Node = [_]?*Node{null} ** 26,
        terminal: bool = false,
      };
      gpa: Allocator,
      root: *Node,

      fn init(gpa: Allocator) !Trie {
        const root = try gpa.create(Node);
        root.* = .{};
        return .{ .gpa = gpa, .root = root };
      }
      fn deinit(self: *Trie) void {
        self.freeNode(self.root);
      }
      fn freeNode(self: *Trie, node: *Node) void {
        for (node.children) |child| if (child) |c| self.freeNode(c);
        self.gpa.destroy(node);
      }
      fn insert(self: *Trie, word: []const u8) !void {
        var node = self.root;
        for (word) |c| {
          const i = c - 'a';
          if (node.children[i] == null) {
            const child = try self.gpa.create(Node);
            child.* = .{};
            node.children[i] = child;
          }
          node = node.children[i].?;
        }
        node.terminal = true;
      }
      fn contains(self: *const Trie, word: []const u8) bool {
        var node: *const Node = self.root;
        for (word) |c| node = node.children[c - 'a'] orelse return false;
        return node.terminal;
      }
    };

    test "trie" {
      var t = try Trie.init(std.testing.allocator);
      defer t.deinit();
      try t.insert("car");
      try t.insert("cart");
      try std.testing.expect(t.contains("car"));
      try std.testing.expect(!t.contains("ca"));
      try std.testing.expect(t.contains("cart"));
    }`,

  'nodes in a map, reached by key': `
    const std = @import("std");

    const Transaction = struct { amount: i64, note: []const u8 };

    const Account = struct {
      owner: []const u8,
      balance: i64,
      history: std.ArrayList(Transaction),

      fn init(allocator: std.mem.Allocator, owner: []const u8) !*Account {
        const self = try allocator.create(Account);
        self.* = .{ .owner = try allocator.dupe(u8, owner), .balance = 0, .history = .empty };
        return self;
      }
      fn deinit(self: *Account, allocator: std.mem.Allocator) void {
        for (self.history.items) |t| allocator.free(t.note);
        self.history.deinit(allocator);
        allocator.free(self.owner);
        allocator.destroy(self);
      }
      fn apply(self: *Account, allocator: std.mem.Allocator, amount: i64, note: []const u8) !void {
        if (self.balance + amount < 0) return error.InsufficientFunds;
        try self.history.append(allocator, .{ .amount = amount, .note = try allocator.dupe(u8, note) });
        self.balance += amount;
      }
    };

    const Bank = struct {
      allocator: std.mem.Allocator,
      accounts: std.AutoHashMap(u32, *Account),
      next_id: u32 = 1,

      fn init(allocator: std.mem.Allocator) Bank {
        return .{ .allocator = allocator, .accounts = std.AutoHashMap(u32, *Account).init(allocator) };
      }
      fn deinit(self: *Bank) void {
        var it = self.accounts.valueIterator();
        while (it.next()) |account| account.*.deinit(self.allocator);
        self.accounts.deinit();
      }
      fn open(self: *Bank, owner: []const u8) !u32 {
        const account = try Account.init(self.allocator, owner);
        errdefer account.deinit(self.allocator);
        const id = self.next_id;
        try self.accounts.put(id, account);
        self.next_id += 1;
        return id;
      }
      fn transfer(self: *Bank, from: u32, to: u32, amount: i64) !void {
        const a = self.accounts.get(from) orelse return error.NoAccount;
        const b = self.accounts.get(to) orelse return error.NoAccount;
        try a.apply(self.allocator, -amount, "out");
        try b.apply(self.allocator, amount, "in");
      }
      fn close(self: *Bank, id: u32) bool {
        const kv = self.accounts.fetchRemove(id) orelse return false;
        kv.value.deinit(self.allocator);
        return true;
      }
    };

    test "bank" {
      var bank = Bank.init(std.testing.allocator);
      defer bank.deinit();
      const a = try bank.open("ann");
      const b = try bank.open("bob");
      try bank.accounts.get(a).?.apply(bank.allocator, 100, "start");
      try bank.transfer(a, b, 30);
      try std.testing.expectError(error.InsufficientFunds, bank.transfer(b, a, 31));
      try std.testing.expectError(error.NoAccount, bank.transfer(b, 9, 1));
      try std.testing.expectEqual(@as(i64, 70), bank.accounts.get(a).?.balance);
      try std.testing.expectEqual(@as(usize, 1), bank.accounts.get(b).?.history.items.len);
      try std.testing.expect(bank.close(b));
      try std.testing.expect(!bank.close(b));
    }`,

  'a list whose elements are pointed to': `
    const std = @import("std");
    const Allocator = std.mem.Allocator;
    const Item = struct { id: u32, tags: std.ArrayList(u32) = .empty };
    const Store = struct {
      gpa: Allocator,
      items: std.ArrayList(Item) = .empty,
      last: ?*Item = null,

      fn deinit(self: *Store) void {
        for (self.items.items) |*i| i.tags.deinit(self.gpa);
        self.items.deinit(self.gpa);
      }
      fn touch(self: *Store, id: u32) !void {
        for (self.items.items) |*item| {
          if (item.id == id) {
            self.last = item;
            try item.tags.append(self.gpa, 1);
          }
        }
      }
      fn bump(self: *Store) void {
        for (self.items.items) |*item| {
          for (item.tags.items) |*t| t.* += 1;
        }
        if (self.last) |l| l.id += 100;
      }
      fn total(self: *const Store) u32 {
        var sum: u32 = 0;
        for (self.items.items) |item| {
          sum += item.id;
          for (item.tags.items) |t| sum += t;
        }
        return sum;
      }
    };
    test "raw" {
      var s = Store{ .gpa = std.testing.allocator };
      defer s.deinit();
      try s.items.append(s.gpa, .{ .id = 1 });
      try s.items.append(s.gpa, .{ .id = 2 });
      try s.touch(2);
      s.bump();
      try std.testing.expectEqual(@as(u32, 105), s.total());
    }`,

  'a tree in an arena': `
    const std = @import("std");
    const Allocator = std.mem.Allocator;

    const Expr = union(enum) {
      number: i64,
      binary: struct { op: u8, left: *const Expr, right: *const Expr },
    };

    const Parser = struct {
      text: []const u8,
      at: usize = 0,
      arena: Allocator,

      fn peek(self: *const Parser) u8 {
        return if (self.at < self.text.len) self.text[self.at] else 0;
      }
      fn make(self: *Parser, e: Expr) Allocator.Error!*const Expr {
        const node = try self.arena.create(Expr);
        node.* = e;
        return node;
      }
      fn sum(self: *Parser) Allocator.Error!*const Expr {
        var left = try self.product();
        while (self.peek() == '+' or self.peek() == '-') {
          const op = self.peek();
          self.at += 1;
          const right = try self.product();
          left = try self.make(.{ .binary = .{ .op = op, .left = left, .right = right } });
        }
        return left;
      }
      fn product(self: *Parser) Allocator.Error!*const Expr {
        var left = try self.number();
        while (self.peek() == '*') {
          self.at += 1;
          const right = try self.number();
          left = try self.make(.{ .binary = .{ .op = '*', .left = left, .right = right } });
        }
        return left;
      }
      fn number(self: *Parser) Allocator.Error!*const Expr {
        if (self.peek() == '(') {
          self.at += 1;
          const inner = try self.sum();
          self.at += 1;
          return inner;
        }
        var n: i64 = 0;
        while (std.ascii.isDigit(self.peek())) : (self.at += 1) n = n * 10 + (self.peek() - '0');
        return self.make(.{ .number = n });
      }
    };

    fn eval(e: *const Expr) i64 {
      return switch (e.*) {
        .number => |n| n,
        .binary => |b| switch (b.op) {
          '+' => eval(b.left) + eval(b.right),
          '-' => eval(b.left) - eval(b.right),
          else => eval(b.left) * eval(b.right),
        },
      };
    }

    test "arena ast" {
      var arena = std.heap.ArenaAllocator.init(std.testing.allocator);
      defer arena.deinit();
      var parser = Parser{ .text = "2*(3+4)-5", .arena = arena.allocator() };
      const e = try parser.sum();
      try std.testing.expectEqual(@as(i64, 9), eval(e));
    }`,

  'values in an arena, shared, with slices of values': `
    const std = @import("std");
    const Allocator = std.mem.Allocator;

    const Value = union(enum) {
      nothing,
      number: i64,
      text: []const u8,
      list: []const Value,
      object: []const Field,
    };
    const Field = struct { name: []const u8, value: Value };

    const Error = error{ Unexpected, OutOfMemory };

    const Parser = struct {
      arena: Allocator,
      src: []const u8,
      pos: usize = 0,

      fn skip(self: *Parser) void {
        while (self.pos < self.src.len and self.src[self.pos] == ' ') self.pos += 1;
      }
      fn eat(self: *Parser, c: u8) bool {
        self.skip();
        if (self.pos < self.src.len and self.src[self.pos] == c) {
          self.pos += 1;
          return true;
        }
        return false;
      }
      fn string(self: *Parser) Error![]const u8 {
        const start = self.pos;
        while (self.pos < self.src.len and self.src[self.pos] != '"') self.pos += 1;
        if (self.pos == self.src.len) return error.Unexpected;
        const text = try self.arena.dupe(u8, self.src[start..self.pos]);
        self.pos += 1;
        return text;
      }
      fn value(self: *Parser) Error!Value {
        if (self.eat('"')) return .{ .text = try self.string() };
        if (self.eat('[')) {
          var items: std.ArrayList(Value) = .empty;
          while (!self.eat(']')) {
            try items.append(self.arena, try self.value());
            _ = self.eat(',');
          }
          return .{ .list = try items.toOwnedSlice(self.arena) };
        }
        if (self.eat('{')) {
          var fields: std.ArrayList(Field) = .empty;
          while (!self.eat('}')) {
            if (!self.eat('"')) return error.Unexpected;
            const name = try self.string();
            if (!self.eat(':')) return error.Unexpected;
            try fields.append(self.arena, .{ .name = name, .value = try self.value() });
            _ = self.eat(',');
          }
          return .{ .object = fields.items };
        }
        self.skip();
        var n: i64 = 0;
        const start = self.pos;
        while (self.pos < self.src.len and std.ascii.isDigit(self.src[self.pos])) : (self.pos += 1)
          n = n * 10 + (self.src[self.pos] - '0');
        if (start == self.pos) return error.Unexpected;
        return .{ .number = n };
      }
    };

    fn total(v: Value) i64 {
      return switch (v) {
        .nothing, .text => 0,
        .number => |n| n,
        .list => |items| blk: {
          var sum: i64 = 0;
          for (items) |item| sum += total(item);
          break :blk sum;
        },
        .object => |fields| blk: {
          var sum: i64 = 0;
          for (fields) |f| sum += total(f.value);
          break :blk sum;
        },
      };
    }

    fn lookup(v: Value, name: []const u8) ?Value {
      if (v != .object) return null;
      for (v.object) |f| {
        if (std.mem.eql(u8, f.name, name)) return f.value;
      }
      return null;
    }

    test "json in an arena" {
      var arena = std.heap.ArenaAllocator.init(std.testing.allocator);
      defer arena.deinit();
      var p = Parser{ .arena = arena.allocator(), .src = "{\\"a\\": [1, 2, 3], \\"b\\": {\\"c\\": 4, \\"d\\": \\"hi\\"}}" };
      const v = try p.value();
      try std.testing.expectEqual(@as(i64, 10), total(v));
      const b = lookup(v, "b").?;
      try std.testing.expectEqualStrings("hi", lookup(b, "d").?.text);
      try std.testing.expect(lookup(v, "zzz") == null);
      var bad = Parser{ .arena = arena.allocator(), .src = "[1, ?]" };
      try std.testing.expectError(error.Unexpected, bad.value());
    }`,

  'texts in an arena, held by a list and by a map': `
    const std = @import("std");

    const Symbols = struct {
      arena: std.heap.ArenaAllocator,
      names: std.ArrayList([]const u8) = .empty,
      map: std.StringHashMapUnmanaged(u32) = .empty,

      fn init(gpa: std.mem.Allocator) Symbols {
        return .{ .arena = std.heap.ArenaAllocator.init(gpa) };
      }
      fn deinit(self: *Symbols) void {
        self.arena.deinit();
      }
      fn intern(self: *Symbols, text: []const u8) !u32 {
        if (self.map.get(text)) |id| return id;
        const a = self.arena.allocator();
        const copy = try a.dupe(u8, text);
        const id: u32 = @intCast(self.names.items.len);
        try self.names.append(a, copy);
        try self.map.put(a, copy, id);
        return id;
      }
      fn name(self: *const Symbols, id: u32) []const u8 {
        return self.names.items[id];
      }
    };

    test "interning" {
      var symbols = Symbols.init(std.testing.allocator);
      defer symbols.deinit();
      var buf = "hello".*;
      const a = try symbols.intern(&buf);
      buf[0] = 'j';
      const b = try symbols.intern(&buf);
      try std.testing.expect(a != b);
      try std.testing.expectEqual(a, try symbols.intern("hello"));
      try std.testing.expectEqualStrings("jello", symbols.name(b));
    }`,

  'nodes in an arena that point to their parents': `
    const std = @import("std");

    const Dir = struct {
      name: []const u8,
      size: u64 = 0,
      children: std.ArrayList(*Dir) = .empty,
      parent: ?*Dir = null,

      fn total(self: *const Dir) u64 {
        var sum = self.size;
        for (self.children.items) |child| sum += child.total();
        return sum;
      }
    };

    const Fs = struct {
      arena: std.heap.ArenaAllocator,
      root: *Dir,
      cwd: *Dir,

      fn init(gpa: std.mem.Allocator) !Fs {
        var arena = std.heap.ArenaAllocator.init(gpa);
        const root = try arena.allocator().create(Dir);
        root.* = .{ .name = "/" };
        return .{ .arena = arena, .root = root, .cwd = root };
      }
      fn deinit(self: *Fs) void {
        self.arena.deinit();
      }
      fn mkdir(self: *Fs, name: []const u8, size: u64) !*Dir {
        const a = self.arena.allocator();
        const dir = try a.create(Dir);
        dir.* = .{ .name = try a.dupe(u8, name), .size = size, .parent = self.cwd };
        try self.cwd.children.append(a, dir);
        return dir;
      }
      fn cd(self: *Fs, name: []const u8) bool {
        if (std.mem.eql(u8, name, "..")) {
          self.cwd = self.cwd.parent orelse return false;
          return true;
        }
        for (self.cwd.children.items) |child| {
          if (std.mem.eql(u8, child.name, name)) {
            self.cwd = child;
            return true;
          }
        }
        return false;
      }
    };

    test "directories" {
      var fs = try Fs.init(std.testing.allocator);
      defer fs.deinit();
      _ = try fs.mkdir("usr", 10);
      try std.testing.expect(fs.cd("usr"));
      _ = try fs.mkdir("bin", 32);
      try std.testing.expect(fs.cd(".."));
      try std.testing.expect(!fs.cd(".."));
      try std.testing.expect(!fs.cd("etc"));
      try std.testing.expectEqual(@as(u64, 42), fs.root.total());
    }`,
});
