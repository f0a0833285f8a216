/** Values that own memory, in lists and maps: moved, lent, taken out and freed once. */
import { describeSameBehaviour } from '../support/differential.js';

describeSameBehaviour('values that own memory', {
  'owners in a list, looked up and read': `
    const std = @import("std");
    const Allocator = std.mem.Allocator;

    const Person = struct {
      name: []u8,
      age: u32,

      fn init(gpa: Allocator, name: []const u8, age: u32) !Person {
        return .{ .name = try gpa.dupe(u8, name), .age = age };
      }
      fn deinit(self: Person, gpa: Allocator) void {
        gpa.free(self.name);
      }
    };

    test "people" {
      const gpa = std.testing.allocator;
      var people: std.ArrayList(Person) = .empty;
      defer {
        for (people.items) |p| p.deinit(gpa);
        people.deinit(gpa);
      }
      try people.append(gpa, try Person.init(gpa, "ann", 30));
      try people.append(gpa, try Person.init(gpa, "bob", 41));
      try people.append(gpa, try Person.init(gpa, "cyd", 25));
      var oldest: usize = 0;
      for (people.items, 0..) |p, i| {
        if (p.age > people.items[oldest].age) oldest = i;
      }
      try std.testing.expectEqualStrings("bob", people.items[oldest].name);
      const first = people.items[0];
      try std.testing.expectEqual(@as(u32, 30), first.age);
      try std.testing.expectEqualStrings("ann", first.name);
      people.items[1].age += 1;
      try std.testing.expectEqual(@as(u32, 42), people.items[1].age);
    }`,

  'moved from one list to another, and back': `
    const std = @import("std");
    const Allocator = std.mem.Allocator;

    const Task = struct {
      title: []u8,
      done: bool = false,
      fn deinit(self: *Task, gpa: Allocator) void {
        gpa.free(self.title);
      }
    };

    const Board = struct {
      gpa: Allocator,
      todo: std.ArrayList(Task) = .empty,
      done: std.ArrayList(Task) = .empty,

      fn init(gpa: Allocator) Board {
        return .{ .gpa = gpa };
      }
      fn deinit(self: *Board) void {
        for (self.todo.items) |*t| t.deinit(self.gpa);
        for (self.done.items) |*t| t.deinit(self.gpa);
        self.todo.deinit(self.gpa);
        self.done.deinit(self.gpa);
      }
      fn add(self: *Board, title: []const u8) !void {
        const copy = try self.gpa.dupe(u8, title);
        errdefer self.gpa.free(copy);
        try self.todo.append(self.gpa, .{ .title = copy });
      }
      fn finish(self: *Board, index: usize) !void {
        var task = self.todo.orderedRemove(index);
        task.done = true;
        try self.done.append(self.gpa, task);
      }
      fn drop(self: *Board, index: usize) void {
        var task = self.todo.swapRemove(index);
        task.deinit(self.gpa);
      }
      fn undo(self: *Board) !bool {
        var task = self.done.pop() orelse return false;
        task.done = false;
        try self.todo.append(self.gpa, task);
        return true;
      }
    };

    test "board" {
      var board = Board.init(std.testing.allocator);
      defer board.deinit();
      try board.add("write");
      try board.add("test");
      try board.add("ship");
      try board.add("rest");
      try board.finish(1);
      try std.testing.expectEqual(@as(usize, 3), board.todo.items.len);
      try std.testing.expectEqualStrings("test", board.done.items[0].title);
      board.drop(0);
      try std.testing.expectEqualStrings("rest", board.todo.items[0].title);
      try std.testing.expect(try board.undo());
      try std.testing.expect(!try board.undo());
      try std.testing.expectEqualStrings("test", board.todo.items[2].title);
    }`,

  'a list of lists': `
    const std = @import("std");

    test "list of lists" {
      const gpa = std.testing.allocator;
      var rows: std.ArrayList(std.ArrayList(u8)) = .empty;
      defer {
        for (rows.items) |*row| row.deinit(gpa);
        rows.deinit(gpa);
      }
      for (0..4) |i| {
        var row: std.ArrayList(u8) = .empty;
        for (0..i) |j| try row.append(gpa, @intCast('a' + j));
        try rows.append(gpa, row);
      }
      try rows.items[0].appendSlice(gpa, "zz");
      var total: usize = 0;
      for (rows.items) |row| total += row.items.len;
      try std.testing.expectEqual(@as(usize, 8), total);
      try std.testing.expectEqualStrings("abc", rows.items[3].items);
      var last = rows.pop().?;
      defer last.deinit(gpa);
      try last.append(gpa, '!');
      try std.testing.expectEqualStrings("abc!", last.items);
    }`,

  'slices that lists gave up, freed one by one': `
    const std = @import("std");
    const Allocator = std.mem.Allocator;

    fn repeat(gpa: Allocator, text: []const u8, n: usize) ![]u8 {
      var out: std.ArrayList(u8) = .empty;
      errdefer out.deinit(gpa);
      for (0..n) |i| {
        if (i > 0) try out.append(gpa, '-');
        try out.appendSlice(gpa, text);
      }
      return out.toOwnedSlice(gpa);
    }

    fn split(gpa: Allocator, text: []const u8) ![][]u8 {
      var parts: std.ArrayList([]u8) = .empty;
      errdefer {
        for (parts.items) |part| gpa.free(part);
        parts.deinit(gpa);
      }
      var it = std.mem.splitScalar(u8, text, ',');
      while (it.next()) |part| {
        const copy = try gpa.dupe(u8, part);
        errdefer gpa.free(copy);
        try parts.append(gpa, copy);
      }
      return parts.toOwnedSlice(gpa);
    }

    test "owned slices" {
      const gpa = std.testing.allocator;
      var lines: std.ArrayList([]u8) = .empty;
      defer {
        for (lines.items) |line| gpa.free(line);
        lines.deinit(gpa);
      }
      for (1..4) |n| {
        const line = try repeat(gpa, "ab", n);
        try lines.append(gpa, line);
      }
      try std.testing.expectEqualStrings("ab-ab-ab", lines.items[2]);

      const parts = try split(gpa, "x,yy,zzz");
      defer {
        for (parts) |part| gpa.free(part);
        gpa.free(parts);
      }
      try std.testing.expectEqual(@as(usize, 3), parts.len);
      parts[1][0] = 'Y';
      try std.testing.expectEqualStrings("Yy", parts[1]);
    }`,

  'the best of owners, sorted and exchanged': `
    const std = @import("std");
    const Allocator = std.mem.Allocator;

    const Entry = struct {
      name: []u8,
      score: i32,
    };

    fn best(entries: []const Entry) ?Entry {
      if (entries.len == 0) return null;
      var top = entries[0];
      for (entries[1..]) |e| {
        if (e.score > top.score) top = e;
      }
      return top;
    }

    fn byScore(_: void, a: Entry, b: Entry) bool {
      return a.score < b.score;
    }

    test "best and sort" {
      const gpa = std.testing.allocator;
      var list: std.ArrayList(Entry) = .empty;
      defer {
        for (list.items) |e| gpa.free(e.name);
        list.deinit(gpa);
      }
      const names = [_][]const u8{ "kay", "lee", "moe", "ned" };
      const scores = [_]i32{ 7, 12, -3, 9 };
      for (names, scores) |name, score| {
        try list.append(gpa, .{ .name = try gpa.dupe(u8, name), .score = score });
      }
      const top = best(list.items).?;
      try std.testing.expectEqualStrings("lee", top.name);
      std.mem.sort(Entry, list.items, {}, byScore);
      try std.testing.expectEqualStrings("moe", list.items[0].name);
      try std.testing.expectEqualStrings("lee", list.items[3].name);
      std.mem.swap(Entry, &list.items[0], &list.items[1]);
      try std.testing.expectEqualStrings("kay", list.items[0].name);
      const tmp = list.items[2];
      list.items[2] = list.items[3];
      list.items[3] = tmp;
      try std.testing.expectEqualStrings("ned", list.items[3].name);
    }`,

  'owners moved along by an insertion sort': `
    const std = @import("std");

    const Word = struct { text: []u8, count: usize };

    fn insertionSort(words: []Word) void {
      var i: usize = 1;
      while (i < words.len) : (i += 1) {
        const key = words[i];
        var j = i;
        while (j > 0 and words[j - 1].count < key.count) : (j -= 1) {
          words[j] = words[j - 1];
        }
        words[j] = key;
      }
    }

    test "insertion sort" {
      const gpa = std.testing.allocator;
      var words: std.ArrayList(Word) = .empty;
      defer {
        for (words.items) |w| gpa.free(w.text);
        words.deinit(gpa);
      }
      for ([_][]const u8{ "a", "bbb", "cc", "dddd" }) |t| {
        try words.append(gpa, .{ .text = try gpa.dupe(u8, t), .count = t.len });
      }
      insertionSort(words.items);
      try std.testing.expectEqualStrings("dddd", words.items[0].text);
      try std.testing.expectEqualStrings("a", words.items[3].text);
    }`,

  'keys of a map that are owned, put later, freed at the end': `
    const std = @import("std");
    const Allocator = std.mem.Allocator;

    const Counter = struct {
      gpa: Allocator,
      counts: std.StringHashMap(u32),

      fn init(gpa: Allocator) Counter {
        return .{ .gpa = gpa, .counts = std.StringHashMap(u32).init(gpa) };
      }
      fn deinit(self: *Counter) void {
        var it = self.counts.keyIterator();
        while (it.next()) |key| self.gpa.free(key.*);
        self.counts.deinit();
      }
      fn add(self: *Counter, word: []const u8) !void {
        const entry = try self.counts.getOrPut(word);
        if (!entry.found_existing) {
          entry.key_ptr.* = try self.gpa.dupe(u8, word);
          entry.value_ptr.* = 0;
        }
        entry.value_ptr.* += 1;
      }
      fn forget(self: *Counter, word: []const u8) bool {
        const removed = self.counts.fetchRemove(word) orelse return false;
        self.gpa.free(removed.key);
        return true;
      }
    };

    test "word count" {
      var counter = Counter.init(std.testing.allocator);
      defer counter.deinit();
      var buf: [16]u8 = undefined;
      for (0..6) |i| {
        const word = try std.fmt.bufPrint(&buf, "w{d}", .{i % 3});
        try counter.add(word);
      }
      try std.testing.expectEqual(@as(u32, 2), counter.counts.get("w1").?);
      try std.testing.expect(counter.forget("w1"));
      try std.testing.expect(!counter.forget("w1"));
      try std.testing.expectEqual(@as(u32, 2), counter.counts.count());
    }`,

  'keys and values that are owned': `
    const std = @import("std");
    const Allocator = std.mem.Allocator;

    const Settings = struct {
      gpa: Allocator,
      map: std.StringHashMap([]u8),

      fn init(gpa: Allocator) Settings {
        return .{ .gpa = gpa, .map = .init(gpa) };
      }
      fn deinit(self: *Settings) void {
        var it = self.map.iterator();
        while (it.next()) |entry| {
          self.gpa.free(entry.key_ptr.*);
          self.gpa.free(entry.value_ptr.*);
        }
        self.map.deinit();
      }
      fn set(self: *Settings, key: []const u8, value: []const u8) !void {
        const copy = try self.gpa.dupe(u8, value);
        errdefer self.gpa.free(copy);
        if (self.map.getPtr(key)) |old| {
          self.gpa.free(old.*);
          old.* = copy;
          return;
        }
        const owned_key = try self.gpa.dupe(u8, key);
        try self.map.put(owned_key, copy);
      }
      fn get(self: *const Settings, key: []const u8) ?[]const u8 {
        return self.map.get(key);
      }
      fn remove(self: *Settings, key: []const u8) void {
        if (self.map.fetchRemove(key)) |kv| {
          self.gpa.free(kv.key);
          self.gpa.free(kv.value);
        }
      }
    };

    test "settings" {
      var settings = Settings.init(std.testing.allocator);
      defer settings.deinit();
      try settings.set("color", "red");
      try settings.set("size", "12");
      try settings.set("color", "blue");
      try std.testing.expectEqualStrings("blue", settings.get("color").?);
      settings.remove("size");
      try std.testing.expect(settings.get("size") == null);
      try std.testing.expectEqual(@as(usize, 1), settings.map.count());
    }`,

  'a map of lists': `
    const std = @import("std");
    const Allocator = std.mem.Allocator;

    const Index = struct {
      gpa: Allocator,
      map: std.StringHashMap(std.ArrayList([]const u8)),

      fn init(gpa: Allocator) Index {
        return .{ .gpa = gpa, .map = std.StringHashMap(std.ArrayList([]const u8)).init(gpa) };
      }
      fn deinit(self: *Index) void {
        var it = self.map.iterator();
        while (it.next()) |entry| entry.value_ptr.deinit(self.gpa);
        self.map.deinit();
      }
      fn add(self: *Index, key: []const u8, value: []const u8) !void {
        const entry = try self.map.getOrPut(key);
        if (!entry.found_existing) entry.value_ptr.* = .empty;
        try entry.value_ptr.append(self.gpa, value);
      }
    };

    test "index" {
      var index = Index.init(std.testing.allocator);
      defer index.deinit();
      try index.add("fruit", "apple");
      try index.add("fruit", "pear");
      try index.add("nut", "walnut");
      const fruit = index.map.get("fruit").?;
      try std.testing.expectEqual(@as(usize, 2), fruit.items.len);
      try std.testing.expectEqualStrings("pear", fruit.items[1]);
      if (index.map.getPtr("nut")) |list| try list.append(index.gpa, "hazel");
      try std.testing.expectEqual(@as(usize, 2), index.map.get("nut").?.items.len);
    }`,

  'a map of structs that own': `
    const std = @import("std");
    const Allocator = std.mem.Allocator;

    const Student = struct {
      name: []u8,
      grades: std.ArrayList(u8) = .empty,

      fn create(gpa: Allocator, name: []const u8) !Student {
        return Student{ .name = try gpa.dupe(u8, name) };
      }
      fn deinit(self: *Student, gpa: Allocator) void {
        gpa.free(self.name);
        self.grades.deinit(gpa);
      }
      fn average(self: Student) f64 {
        if (self.grades.items.len == 0) return 0;
        var sum: f64 = 0;
        for (self.grades.items) |g| sum += @floatFromInt(g);
        return sum / @as(f64, @floatFromInt(self.grades.items.len));
      }
    };

    const School = struct {
      gpa: Allocator,
      students: std.AutoHashMap(u32, Student),
      next: u32 = 1,

      fn init(gpa: Allocator) School {
        return .{ .gpa = gpa, .students = std.AutoHashMap(u32, Student).init(gpa) };
      }
      fn deinit(self: *School) void {
        var it = self.students.valueIterator();
        while (it.next()) |s| s.deinit(self.gpa);
        self.students.deinit();
      }
      fn enrol(self: *School, name: []const u8) !u32 {
        const id = self.next;
        var student = try Student.create(self.gpa, name);
        errdefer student.deinit(self.gpa);
        try self.students.put(id, student);
        self.next += 1;
        return id;
      }
      fn grade(self: *School, id: u32, g: u8) !void {
        const student = self.students.getPtr(id) orelse return error.Unknown;
        try student.grades.append(self.gpa, g);
      }
      fn expel(self: *School, id: u32) bool {
        if (self.students.fetchRemove(id)) |kv| {
          var student = kv.value;
          student.deinit(self.gpa);
          return true;
        }
        return false;
      }
    };

    test "school" {
      var school = School.init(std.testing.allocator);
      defer school.deinit();
      const a = try school.enrol("ada");
      const b = try school.enrol("ben");
      try school.grade(a, 5);
      try school.grade(a, 4);
      try std.testing.expectError(error.Unknown, school.grade(99, 1));
      try std.testing.expectEqual(@as(f64, 4.5), school.students.get(a).?.average());
      try std.testing.expect(school.expel(b));
      try std.testing.expect(!school.expel(b));
      try std.testing.expectEqual(@as(u32, 1), school.students.count());
    }`,

  'results built half, freed after an error': `
    const std = @import("std");
    const Allocator = std.mem.Allocator;

    const Pair = struct {
      left: []u8,
      right: []u8,
      fn parse(gpa: Allocator, text: []const u8) !Pair {
        const eq = std.mem.indexOfScalar(u8, text, '=') orelse return error.NoEquals;
        const left = try gpa.dupe(u8, text[0..eq]);
        errdefer gpa.free(left);
        if (eq + 1 == text.len) return error.Empty;
        const right = try gpa.dupe(u8, text[eq + 1 ..]);
        return .{ .left = left, .right = right };
      }
      fn deinit(self: Pair, gpa: Allocator) void {
        gpa.free(self.left);
        gpa.free(self.right);
      }
    };

    fn parseAll(gpa: Allocator, text: []const u8) ![]Pair {
      var pairs: std.ArrayList(Pair) = .empty;
      errdefer {
        for (pairs.items) |p| p.deinit(gpa);
        pairs.deinit(gpa);
      }
      var it = std.mem.tokenizeScalar(u8, text, ';');
      while (it.next()) |part| {
        const pair = try Pair.parse(gpa, part);
        errdefer pair.deinit(gpa);
        try pairs.append(gpa, pair);
      }
      return try pairs.toOwnedSlice(gpa);
    }

    fn freeAll(gpa: Allocator, pairs: []Pair) void {
      for (pairs) |p| p.deinit(gpa);
      gpa.free(pairs);
    }

    test "pairs" {
      const gpa = std.testing.allocator;
      const pairs = try parseAll(gpa, "a=1;bb=22");
      defer freeAll(gpa, pairs);
      try std.testing.expectEqual(@as(usize, 2), pairs.len);
      try std.testing.expectEqualStrings("22", pairs[1].right);
      try std.testing.expectError(error.NoEquals, parseAll(gpa, "a=1;bb"));
      try std.testing.expectError(error.Empty, parseAll(gpa, "a=1;bb="));
    }`,

  'matrices made by functions, copied and replaced': `
    const std = @import("std");
    const Allocator = std.mem.Allocator;

    const Matrix = struct {
      rows: usize,
      cols: usize,
      data: []f64,
      gpa: Allocator,

      fn init(gpa: Allocator, rows: usize, cols: usize) !Matrix {
        const data = try gpa.alloc(f64, rows * cols);
        @memset(data, 0);
        return .{ .rows = rows, .cols = cols, .data = data, .gpa = gpa };
      }
      fn deinit(self: *Matrix) void {
        self.gpa.free(self.data);
      }
      fn at(self: *const Matrix, r: usize, c: usize) f64 {
        return self.data[r * self.cols + c];
      }
      fn set(self: *Matrix, r: usize, c: usize, v: f64) void {
        self.data[r * self.cols + c] = v;
      }
      fn mul(a: Matrix, b: Matrix) !Matrix {
        if (a.cols != b.rows) return error.Shape;
        var out = try Matrix.init(a.gpa, a.rows, b.cols);
        for (0..a.rows) |i| {
          for (0..b.cols) |j| {
            var sum: f64 = 0;
            for (0..a.cols) |k| sum += a.at(i, k) * b.at(k, j);
            out.set(i, j, sum);
          }
        }
        return out;
      }
      fn transpose(self: Matrix) !Matrix {
        var out = try Matrix.init(self.gpa, self.cols, self.rows);
        for (0..self.rows) |i| {
          for (0..self.cols) |j| out.set(j, i, self.at(i, j));
        }
        return out;
      }
      fn clone(self: Matrix) !Matrix {
        var copy = self;
        copy.data = try self.gpa.dupe(f64, self.data);
        return copy;
      }
    };

    test "matrix" {
      const gpa = std.testing.allocator;
      var a = try Matrix.init(gpa, 2, 3);
      defer a.deinit();
      for (0..2) |r| {
        for (0..3) |c| a.set(r, c, @floatFromInt(r * 3 + c));
      }
      var t = try a.transpose();
      defer t.deinit();
      var p = try a.mul(t);
      defer p.deinit();
      try std.testing.expectEqual(@as(f64, 50), p.at(1, 1));
      try std.testing.expectError(error.Shape, a.mul(a));
      var q = try p.clone();
      defer q.deinit();
      q.set(0, 0, 7);
      try std.testing.expectEqual(@as(f64, 5), p.at(0, 0));
      // power by repeated replacement
      var r = try q.clone();
      for (0..2) |_| {
        const next = try r.mul(q);
        r.deinit();
        r = next;
      }
      defer r.deinit();
      try std.testing.expect(r.at(0, 0) > 0);
    }`,

  'two lists that exchange their places': `
    const std = @import("std");

    test "two generations" {
      const gpa = std.testing.allocator;
      var current: std.ArrayList(u32) = .empty;
      defer current.deinit(gpa);
      var next: std.ArrayList(u32) = .empty;
      defer next.deinit(gpa);
      try current.append(gpa, 1);
      for (0..5) |_| {
        next.clearRetainingCapacity();
        for (current.items) |v| {
          try next.append(gpa, v);
          try next.append(gpa, v + 1);
        }
        const tmp = current;
        current = next;
        next = tmp;
      }
      var sum: u32 = 0;
      for (current.items) |v| sum += v;
      try std.testing.expectEqual(@as(usize, 32), current.items.len);
      try std.testing.expectEqual(@as(u32, 112), sum);
    }`,

  'a list taken out of a struct': `
    const std = @import("std");
    const Allocator = std.mem.Allocator;

    const Builder = struct {
      gpa: Allocator,
      buffer: std.ArrayList(u8) = .empty,
      parts: std.ArrayList([]u8) = .empty,

      fn deinit(self: *Builder) void {
        self.buffer.deinit(self.gpa);
        for (self.parts.items) |p| self.gpa.free(p);
        self.parts.deinit(self.gpa);
      }
      fn write(self: *Builder, text: []const u8) !*Builder {
        try self.buffer.appendSlice(self.gpa, text);
        return self;
      }
      fn flush(self: *Builder) !void {
        if (self.buffer.items.len == 0) return;
        try self.parts.append(self.gpa, try self.buffer.toOwnedSlice(self.gpa));
      }
      fn finish(self: *Builder) ![][]u8 {
        try self.flush();
        return self.parts.toOwnedSlice(self.gpa);
      }
      fn takeBuffer(self: *Builder) std.ArrayList(u8) {
        const taken = self.buffer;
        self.buffer = .empty;
        return taken;
      }
    };

    test "builder" {
      const gpa = std.testing.allocator;
      var b = Builder{ .gpa = gpa };
      defer b.deinit();
      _ = try (try b.write("ab")).write("cd");
      try b.flush();
      _ = try b.write("ef");
      const parts = try b.finish();
      defer {
        for (parts) |p| gpa.free(p);
        gpa.free(parts);
      }
      try std.testing.expectEqualStrings("abcd", parts[0]);
      try std.testing.expectEqualStrings("ef", parts[1]);
      _ = try b.write("gh");
      var taken = b.takeBuffer();
      defer taken.deinit(gpa);
      try std.testing.expectEqualStrings("gh", taken.items);
      try std.testing.expectEqual(@as(usize, 0), b.buffer.items.len);
    }`,

  'items that own lists, found, changed and read by value': `
    const std = @import("std");
    const Allocator = std.mem.Allocator;

    const Item = struct {
      name: []u8,
      tags: std.ArrayList([]u8) = .empty,
      fn deinit(self: *Item, gpa: Allocator) void {
        gpa.free(self.name);
        for (self.tags.items) |t| gpa.free(t);
        self.tags.deinit(gpa);
      }
      fn hasTag(self: Item, tag: []const u8) bool {
        for (self.tags.items) |t| if (std.mem.eql(u8, t, tag)) return true;
        return false;
      }
    };

    const Store = struct {
      gpa: Allocator,
      items: std.ArrayList(Item) = .empty,

      fn deinit(self: *Store) void {
        for (self.items.items) |*i| i.deinit(self.gpa);
        self.items.deinit(self.gpa);
      }
      fn add(self: *Store, name: []const u8) !*Item {
        const item = try self.items.addOne(self.gpa);
        item.* = .{ .name = try self.gpa.dupe(u8, name) };
        return item;
      }
      fn find(self: *Store, name: []const u8) ?*Item {
        for (self.items.items) |*item| {
          if (std.mem.eql(u8, item.name, name)) return item;
        }
        return null;
      }
      fn countTagged(self: *const Store, wanted: []const u8) usize {
        var n: usize = 0;
        for (self.items.items) |item| {
          if (item.hasTag(wanted)) n += 1;
        }
        return n;
      }
      fn tag(self: *Store, name: []const u8, t: []const u8) !void {
        const item = self.find(name) orelse try self.add(name);
        try item.tags.append(self.gpa, try self.gpa.dupe(u8, t));
      }
      fn rename(self: *Store, from: []const u8, to: []const u8) !void {
        const item = self.find(from) orelse return error.NotFound;
        const copy = try self.gpa.dupe(u8, to);
        self.gpa.free(item.name);
        item.name = copy;
      }
    };

    test "store" {
      var store = Store{ .gpa = std.testing.allocator };
      defer store.deinit();
      try store.tag("pen", "blue");
      try store.tag("pen", "new");
      try store.tag("cup", "blue");
      try std.testing.expectEqual(@as(usize, 2), store.countTagged("blue"));
      try store.rename("cup", "mug");
      try std.testing.expectError(error.NotFound, store.rename("cup", "x"));
      try std.testing.expect(store.find("mug") != null);
      const i: usize = 0;
      const item = store.items.items[i];
      try std.testing.expectEqualStrings("pen", item.name);
      try std.testing.expectEqual(@as(usize, 2), item.tags.items.len);
    }`,

  'a heap of owners': `
    const std = @import("std");
    const Allocator = std.mem.Allocator;

    const Job = struct { name: []u8, priority: u32 };

    const Heap = struct {
      gpa: Allocator,
      jobs: std.ArrayList(Job) = .empty,

      fn deinit(self: *Heap) void {
        for (self.jobs.items) |job| self.gpa.free(job.name);
        self.jobs.deinit(self.gpa);
      }
      fn push(self: *Heap, name: []const u8, priority: u32) !void {
        try self.jobs.append(self.gpa, .{ .name = try self.gpa.dupe(u8, name), .priority = priority });
        var i = self.jobs.items.len - 1;
        while (i > 0) {
          const parent = (i - 1) / 2;
          if (self.jobs.items[parent].priority <= self.jobs.items[i].priority) break;
          std.mem.swap(Job, &self.jobs.items[parent], &self.jobs.items[i]);
          i = parent;
        }
      }
      fn pop(self: *Heap) ?Job {
        if (self.jobs.items.len == 0) return null;
        const top = self.jobs.items[0];
        const last = self.jobs.pop().?;
        if (self.jobs.items.len > 0) {
          self.jobs.items[0] = last;
          var i: usize = 0;
          while (true) {
            var least = i;
            const l = 2 * i + 1;
            const r = 2 * i + 2;
            if (l < self.jobs.items.len and self.jobs.items[l].priority < self.jobs.items[least].priority) least = l;
            if (r < self.jobs.items.len and self.jobs.items[r].priority < self.jobs.items[least].priority) least = r;
            if (least == i) break;
            const tmp = self.jobs.items[i];
            self.jobs.items[i] = self.jobs.items[least];
            self.jobs.items[least] = tmp;
            i = least;
          }
        }
        return top;
      }
    };

    test "heap" {
      const gpa = std.testing.allocator;
      var heap = Heap{ .gpa = gpa };
      defer heap.deinit();
      try heap.push("low", 9);
      try heap.push("high", 1);
      try heap.push("mid", 5);
      try heap.push("mid2", 6);
      const first = heap.pop().?;
      defer gpa.free(first.name);
      try std.testing.expectEqualStrings("high", first.name);
      const second = heap.pop().?;
      defer gpa.free(second.name);
      try std.testing.expectEqualStrings("mid", second.name);
      try std.testing.expectEqual(@as(usize, 2), heap.jobs.items.len);
    }`,

  'optional owners in an array': `
    const std = @import("std");
    const Allocator = std.mem.Allocator;

    const Slot = struct {
      key: []u8,
      value: []u8,
    };

    const Table = struct {
      gpa: Allocator,
      slots: []?Slot,

      fn init(gpa: Allocator, n: usize) !Table {
        const slots = try gpa.alloc(?Slot, n);
        for (slots) |*s| s.* = null;
        return .{ .gpa = gpa, .slots = slots };
      }
      fn deinit(self: *Table) void {
        for (self.slots) |maybe| {
          if (maybe) |slot| {
            self.gpa.free(slot.key);
            self.gpa.free(slot.value);
          }
        }
        self.gpa.free(self.slots);
      }
      fn put(self: *Table, key: []const u8, value: []const u8) !void {
        var i = key.len % self.slots.len;
        while (self.slots[i]) |slot| : (i = (i + 1) % self.slots.len) {
          if (std.mem.eql(u8, slot.key, key)) {
            self.gpa.free(slot.value);
            self.slots[i].?.value = try self.gpa.dupe(u8, value);
            return;
          }
        }
        self.slots[i] = .{ .key = try self.gpa.dupe(u8, key), .value = try self.gpa.dupe(u8, value) };
      }
      fn get(self: *const Table, key: []const u8) ?[]const u8 {
        var i = key.len % self.slots.len;
        while (self.slots[i]) |slot| : (i = (i + 1) % self.slots.len) {
          if (std.mem.eql(u8, slot.key, key)) return slot.value;
        }
        return null;
      }
    };

    test "open addressing" {
      var t = try Table.init(std.testing.allocator, 5);
      defer t.deinit();
      try t.put("ab", "1");
      try t.put("cd", "2");
      try t.put("ab", "3");
      try std.testing.expectEqualStrings("3", t.get("ab").?);
      try std.testing.expectEqualStrings("2", t.get("cd").?);
      try std.testing.expect(t.get("zz") == null);
    }`,

  'an array of lists': `
    const std = @import("std");
    const Allocator = std.mem.Allocator;

    const Graph = struct {
      gpa: Allocator,
      edges: []std.ArrayList(usize),

      fn init(gpa: Allocator, n: usize) !Graph {
        const edges = try gpa.alloc(std.ArrayList(usize), n);
        for (edges) |*e| e.* = .empty;
        return .{ .gpa = gpa, .edges = edges };
      }
      fn deinit(self: *Graph) void {
        for (self.edges) |*e| e.deinit(self.gpa);
        self.gpa.free(self.edges);
      }
      fn connect(self: *Graph, a: usize, b: usize) !void {
        try self.edges[a].append(self.gpa, b);
        try self.edges[b].append(self.gpa, a);
      }
      fn bfs(self: *const Graph, start: usize) ![]usize {
        const dist = try self.gpa.alloc(usize, self.edges.len);
        errdefer self.gpa.free(dist);
        @memset(dist, std.math.maxInt(usize));
        var queue: std.ArrayList(usize) = .empty;
        defer queue.deinit(self.gpa);
        try queue.append(self.gpa, start);
        dist[start] = 0;
        var head: usize = 0;
        while (head < queue.items.len) : (head += 1) {
          const v = queue.items[head];
          for (self.edges[v].items) |w| {
            if (dist[w] != std.math.maxInt(usize)) continue;
            dist[w] = dist[v] + 1;
            try queue.append(self.gpa, w);
          }
        }
        return dist;
      }
    };

    test "bfs" {
      const gpa = std.testing.allocator;
      var g = try Graph.init(gpa, 5);
      defer g.deinit();
      try g.connect(0, 1);
      try g.connect(1, 2);
      try g.connect(2, 3);
      const d = try g.bfs(0);
      defer gpa.free(d);
      try std.testing.expectEqual(@as(usize, 3), d[3]);
      try std.testing.expectEqual(std.math.maxInt(usize), d[4]);
    }`,

  'optional owners, read again and again, replaced': `
    const std = @import("std");
    const Allocator = std.mem.Allocator;
    const User = struct {
      name: []u8,
      email: ?[]u8 = null,
      manager: ?*User = null,

      fn setEmail(self: *User, gpa: Allocator, email: ?[]const u8) !void {
        if (self.email) |old| gpa.free(old);
        self.email = if (email) |e| try gpa.dupe(u8, e) else null;
      }
      fn deinit(self: *User, gpa: Allocator) void {
        gpa.free(self.name);
        if (self.email) |e| gpa.free(e);
      }
      fn domain(self: *const User) ?[]const u8 {
        const email = self.email orelse return null;
        const at = std.mem.indexOfScalar(u8, email, '@') orelse return null;
        return email[at + 1 ..];
      }
    };
    test "users" {
      const gpa = std.testing.allocator;
      var boss = User{ .name = try gpa.dupe(u8, "boss") };
      defer boss.deinit(gpa);
      var user = User{ .name = try gpa.dupe(u8, "user"), .manager = &boss };
      defer user.deinit(gpa);
      try user.setEmail(gpa, "a@b.c");
      try std.testing.expectEqualStrings("a@b.c", user.email.?);
      try std.testing.expectEqual(@as(usize, 5), user.email.?.len);
      try std.testing.expectEqualStrings("b.c", user.domain().?);
      try user.setEmail(gpa, null);
      try std.testing.expect(user.email == null);
      try user.setEmail(gpa, "x@y");
      if (user.email) |e| try std.testing.expectEqualStrings("x@y", e);
      try std.testing.expectEqualStrings("boss", user.manager.?.name);
    }`,

  'a key that its value shares': `
    const std = @import("std");

    const Item = struct {
      name: []const u8,
      quantity: u32,
      price: f64,
    };

    const Inventory = struct {
      allocator: std.mem.Allocator,
      items: std.StringHashMap(Item),
      log: std.ArrayList([]const u8),

      pub fn init(allocator: std.mem.Allocator) Inventory {
        return .{
          .allocator = allocator,
          .items = std.StringHashMap(Item).init(allocator),
          .log = .empty,
        };
      }

      pub fn deinit(self: *Inventory) void {
        var it = self.items.iterator();
        while (it.next()) |entry| {
          self.allocator.free(entry.value_ptr.name);
        }
        self.items.deinit();
        for (self.log.items) |line| self.allocator.free(line);
        self.log.deinit(self.allocator);
      }

      pub fn add(self: *Inventory, name: []const u8, quantity: u32, price: f64) !void {
        if (self.items.getPtr(name)) |item| {
          item.quantity += quantity;
          item.price = price;
        } else {
          const owned = try self.allocator.dupe(u8, name);
          errdefer self.allocator.free(owned);
          try self.items.put(owned, .{ .name = owned, .quantity = quantity, .price = price });
        }
        const line = try std.fmt.allocPrint(self.allocator, "added {d} {s}", .{ quantity, name });
        try self.log.append(self.allocator, line);
      }

      pub fn remove(self: *Inventory, name: []const u8, quantity: u32) !void {
        const item = self.items.getPtr(name) orelse return error.NoSuchItem;
        if (item.quantity < quantity) return error.NotEnough;
        item.quantity -= quantity;
        if (item.quantity == 0) {
          const kv = self.items.fetchRemove(name).?;
          self.allocator.free(kv.value.name);
        }
      }

      pub fn total(self: *const Inventory) f64 {
        var sum: f64 = 0;
        var it = self.items.valueIterator();
        while (it.next()) |item| {
          sum += item.price * @as(f64, @floatFromInt(item.quantity));
        }
        return sum;
      }
    };

    pub fn main() !void {
      var gpa: std.heap.DebugAllocator(.{}) = .init;
      defer _ = gpa.deinit();
      var inv = Inventory.init(gpa.allocator());
      defer inv.deinit();
      try inv.add("bolt", 100, 0.25);
      try inv.add("nut", 50, 0.1);
      try inv.add("bolt", 20, 0.3);
      inv.remove("gear", 1) catch |err| std.debug.print("error: {s}\\n", .{@errorName(err)});
      inv.remove("nut", 60) catch |err| std.debug.print("error: {s}\\n", .{@errorName(err)});
      try inv.remove("nut", 50);
      std.debug.print("total {d:.2}, {d} kinds\\n", .{ inv.total(), inv.items.count() });
      for (inv.log.items, 0..) |line, i| std.debug.print("{d}: {s}\\n", .{ i, line });
    }`,

  'a union that owns lists of itself': `
    const std = @import("std");
    const Allocator = std.mem.Allocator;

    const Token = union(enum) {
      word: []u8,
      number: i64,
      list: std.ArrayList(Token),

      fn deinit(self: *Token, gpa: Allocator) void {
        switch (self.*) {
          .word => |w| gpa.free(w),
          .number => {},
          .list => |*l| {
            for (l.items) |*t| t.deinit(gpa);
            l.deinit(gpa);
          },
        }
      }
      fn count(self: Token) usize {
        return switch (self) {
          .word, .number => 1,
          .list => |l| blk: {
            var n: usize = 0;
            for (l.items) |t| n += t.count();
            break :blk n;
          },
        };
      }
    };

    const Reader = struct {
      text: []const u8,
      at: usize = 0,

      fn read(self: *Reader, gpa: Allocator) error{ OutOfMemory, Unbalanced }!Token {
        while (self.at < self.text.len and self.text[self.at] == ' ') self.at += 1;
        if (self.at == self.text.len) return error.Unbalanced;
        if (self.text[self.at] == '(') {
          self.at += 1;
          var list: std.ArrayList(Token) = .empty;
          errdefer {
            for (list.items) |*t| t.deinit(gpa);
            list.deinit(gpa);
          }
          while (true) {
            while (self.at < self.text.len and self.text[self.at] == ' ') self.at += 1;
            if (self.at == self.text.len) return error.Unbalanced;
            if (self.text[self.at] == ')') break;
            var token = try self.read(gpa);
            errdefer token.deinit(gpa);
            try list.append(gpa, token);
          }
          self.at += 1;
          return .{ .list = list };
        }
        const start = self.at;
        while (self.at < self.text.len and self.text[self.at] != ' ' and self.text[self.at] != ')') self.at += 1;
        const word = self.text[start..self.at];
        if (std.fmt.parseInt(i64, word, 10)) |n| {
          return .{ .number = n };
        } else |_| {
          return .{ .word = try gpa.dupe(u8, word) };
        }
      }
    };

    test "reader" {
      const gpa = std.testing.allocator;
      var r = Reader{ .text = "(add 1 (mul 2 x))" };
      var t = try r.read(gpa);
      defer t.deinit(gpa);
      try std.testing.expectEqual(@as(usize, 5), t.count());
      try std.testing.expectEqualStrings("add", t.list.items[0].word);
      try std.testing.expectEqual(@as(i64, 2), t.list.items[2].list.items[1].number);
      var bad = Reader{ .text = "(a (b)" };
      try std.testing.expectError(error.Unbalanced, bad.read(gpa));
    }`,

  'lists by value, in and out of functions': `
    const std = @import("std");
    const Allocator = std.mem.Allocator;

    fn sum(list: std.ArrayList(u32)) u32 {
      var total: u32 = 0;
      for (list.items) |v| total += v;
      return total;
    }
    fn range(gpa: Allocator, n: u32) !std.ArrayList(u32) {
      var list: std.ArrayList(u32) = .empty;
      errdefer list.deinit(gpa);
      for (0..n) |i| try list.append(gpa, @intCast(i));
      return list;
    }
    const Stats = struct {
      values: std.ArrayList(u32),
      label: []const u8,

      fn fromList(gpa: Allocator, list: std.ArrayList(u32), label: []const u8) !Stats {
        return .{ .values = list, .label = try gpa.dupe(u8, label) };
      }
      fn deinit(self: *Stats, gpa: Allocator) void {
        self.values.deinit(gpa);
        gpa.free(self.label);
      }
      fn filtered(self: Stats, gpa: Allocator, min: u32) !Stats {
        var out: std.ArrayList(u32) = .empty;
        errdefer out.deinit(gpa);
        for (self.values.items) |v| {
          if (v >= min) try out.append(gpa, v);
        }
        return Stats.fromList(gpa, out, self.label);
      }
    };
    test "by value" {
      const gpa = std.testing.allocator;
      var a = try range(gpa, 5);
      try std.testing.expectEqual(@as(u32, 10), sum(a));
      try a.append(gpa, 7);
      var copy = try a.clone(gpa);
      defer copy.deinit(gpa);
      copy.items[0] = 100;
      var stats = try Stats.fromList(gpa, a, "nums");
      defer stats.deinit(gpa);
      var big = try stats.filtered(gpa, 3);
      defer big.deinit(gpa);
      try std.testing.expectEqual(@as(u32, 14), sum(big.values));
      try std.testing.expectEqual(@as(u32, 117), sum(copy));
      try std.testing.expectEqualStrings("nums", big.label);
    }`,

  'a stack of maps': `
    const std = @import("std");
    const Allocator = std.mem.Allocator;

    const Scopes = struct {
      gpa: Allocator,
      scopes: std.ArrayList(std.StringHashMapUnmanaged(i64)) = .empty,

      fn deinit(self: *Scopes) void {
        while (self.scopes.pop()) |scope| {
          var s = scope;
          s.deinit(self.gpa);
        }
        self.scopes.deinit(self.gpa);
      }
      fn push(self: *Scopes) !void {
        try self.scopes.append(self.gpa, .empty);
      }
      fn pop(self: *Scopes) void {
        var scope = self.scopes.pop() orelse return;
        scope.deinit(self.gpa);
      }
      fn define(self: *Scopes, name: []const u8, value: i64) !void {
        const top = &self.scopes.items[self.scopes.items.len - 1];
        try top.put(self.gpa, name, value);
      }
      fn lookup(self: *const Scopes, name: []const u8) ?i64 {
        var i = self.scopes.items.len;
        while (i > 0) {
          i -= 1;
          if (self.scopes.items[i].get(name)) |v| return v;
        }
        return null;
      }
      fn assign(self: *Scopes, name: []const u8, value: i64) bool {
        var i = self.scopes.items.len;
        while (i > 0) : (i -= 1) {
          if (self.scopes.items[i - 1].getPtr(name)) |slot| {
            slot.* = value;
            return true;
          }
        }
        return false;
      }
    };
    test "scopes" {
      var s = Scopes{ .gpa = std.testing.allocator };
      defer s.deinit();
      try s.push();
      try s.define("x", 1);
      try s.push();
      try s.define("x", 2);
      try std.testing.expectEqual(@as(?i64, 2), s.lookup("x"));
      try std.testing.expect(s.assign("x", 5));
      s.pop();
      try std.testing.expectEqual(@as(?i64, 1), s.lookup("x"));
      try std.testing.expect(!s.assign("y", 5));
      try std.testing.expect(s.lookup("y") == null);
    }`,

  'an optional owner, replaced and looked at': `
    const std = @import("std");
    const Allocator = std.mem.Allocator;

    const Config = struct {
      host: []u8,
      paths: std.ArrayList([]u8),

      fn parse(gpa: Allocator, text: []const u8) !Config {
        var it = std.mem.tokenizeScalar(u8, text, ' ');
        const host = it.next() orelse return error.Empty;
        var config = Config{ .host = try gpa.dupe(u8, host), .paths = .empty };
        errdefer config.deinit(gpa);
        while (it.next()) |p| {
          if (p[0] != '/') return error.BadPath;
          try config.paths.append(gpa, try gpa.dupe(u8, p));
        }
        return config;
      }
      fn deinit(self: *Config, gpa: Allocator) void {
        gpa.free(self.host);
        for (self.paths.items) |p| gpa.free(p);
        self.paths.deinit(gpa);
      }
    };
    const Server = struct {
      gpa: Allocator,
      config: ?Config = null,

      fn load(self: *Server, text: []const u8) !void {
        const fresh = try Config.parse(self.gpa, text);
        if (self.config) |*old| old.deinit(self.gpa);
        self.config = fresh;
      }
      fn unload(self: *Server) void {
        if (self.config) |*c| c.deinit(self.gpa);
        self.config = null;
      }
      fn host(self: *const Server) []const u8 {
        if (self.config) |c| return c.host;
        return "none";
      }
      fn longest(self: *const Server) usize {
        const c = self.config orelse return 0;
        var n: usize = 0;
        for (c.paths.items) |p| n = @max(n, p.len);
        return n;
      }
    };
    test "server" {
      var s = Server{ .gpa = std.testing.allocator };
      defer s.unload();
      try std.testing.expectEqualStrings("none", s.host());
      try s.load("localhost /a /bcd");
      try std.testing.expectEqual(@as(usize, 4), s.longest());
      try std.testing.expectError(error.BadPath, s.load("x /a b"));
      try s.load("other /z");
      try std.testing.expectEqualStrings("other", s.host());
      s.unload();
      try std.testing.expectError(error.Empty, s.load(""));
      try std.testing.expectEqual(@as(usize, 0), s.longest());
    }`,

  'rows that are replaced and exchanged': `
    const std = @import("std");
    const Allocator = std.mem.Allocator;

    const Grid = struct {
      rows: [][]u8,
      gpa: Allocator,

      fn init(gpa: Allocator, h: usize, w: usize) !Grid {
        const rows = try gpa.alloc([]u8, h);
        errdefer gpa.free(rows);
        for (rows) |*row| {
          row.* = try gpa.alloc(u8, w);
          @memset(row.*, '.');
        }
        return .{ .rows = rows, .gpa = gpa };
      }
      fn deinit(self: Grid) void {
        for (self.rows) |row| self.gpa.free(row);
        self.gpa.free(self.rows);
      }
      fn set(self: *Grid, y: usize, x: usize) void {
        self.rows[y][x] = '#';
      }
      fn neighbours(self: Grid, y: usize, x: usize) usize {
        var n: usize = 0;
        for (self.rows, 0..) |row, yy| {
          for (row, 0..) |c, xx| {
            if (yy == y and xx == x) continue;
            const dy = if (yy > y) yy - y else y - yy;
            const dx = if (xx > x) xx - x else x - xx;
            if (dy <= 1 and dx <= 1 and c == '#') n += 1;
          }
        }
        return n;
      }
      fn step(self: *Grid) !void {
        var next = try Grid.init(self.gpa, self.rows.len, self.rows[0].len);
        for (self.rows, 0..) |row, y| {
          for (row, 0..) |c, x| {
            const n = self.neighbours(y, x);
            if (n == 3 or (n == 2 and c == '#')) next.set(y, x);
          }
        }
        self.deinit();
        self.* = next;
      }
      fn swapRows(self: *Grid, a: usize, b: usize) void {
        const tmp = self.rows[a];
        self.rows[a] = self.rows[b];
        self.rows[b] = tmp;
      }
    };
    test "life" {
      var g = try Grid.init(std.testing.allocator, 5, 5);
      defer g.deinit();
      g.set(2, 1);
      g.set(2, 2);
      g.set(2, 3);
      try g.step();
      try std.testing.expectEqualStrings("..#..", g.rows[1]);
      try g.step();
      try std.testing.expectEqualStrings(".###.", g.rows[2]);
      g.swapRows(0, 2);
      try std.testing.expectEqualStrings(".###.", g.rows[0]);
    }`,

  'the better of two owners, only looked at': `
    const std = @import("std");
    const Allocator = std.mem.Allocator;
    const Team = struct { name: []u8, scores: std.ArrayList(u32) = .empty };
    fn total(t: Team) u32 {
      var sum: u32 = 0;
      for (t.scores.items) |s| sum += s;
      return sum;
    }
    const League = struct {
      gpa: Allocator,
      teams: std.ArrayList(Team) = .empty,
      fn deinit(self: *League) void {
        for (self.teams.items) |*t| {
          self.gpa.free(t.name);
          t.scores.deinit(self.gpa);
        }
        self.teams.deinit(self.gpa);
      }
      fn add(self: *League, name: []const u8, scores: []const u32) !void {
        var team = Team{ .name = try self.gpa.dupe(u8, name) };
        try team.scores.appendSlice(self.gpa, scores);
        try self.teams.append(self.gpa, team);
      }
      fn winner(self: *const League, a: usize, b: usize) []const u8 {
        const first = self.teams.items[a];
        const second = self.teams.items[b];
        const best = if (total(first) >= total(second)) first else second;
        return best.name;
      }
      fn last(self: *const League) []const u8 {
        const team = self.teams.getLastOrNull() orelse return "nobody";
        return team.name;
      }
    };
    test "league" {
      var l = League{ .gpa = std.testing.allocator };
      defer l.deinit();
      try std.testing.expectEqualStrings("nobody", l.last());
      try l.add("a", &.{ 1, 2 });
      try l.add("b", &.{ 3, 4 });
      try std.testing.expectEqualStrings("b", l.winner(0, 1));
      try std.testing.expectEqualStrings("b", l.last());
    }`,

  'a union that owns slices of itself': `
    const std = @import("std");
    const Allocator = std.mem.Allocator;

    const Shape = union(enum) {
      circle: f64,
      poly: []f64,
      group: []Shape,

      fn deinit(self: Shape, gpa: Allocator) void {
        switch (self) {
          .circle => {},
          .poly => |p| gpa.free(p),
          .group => |g| {
            for (g) |s| s.deinit(gpa);
            gpa.free(g);
          },
        }
      }
      fn area(self: Shape) f64 {
        switch (self) {
          .circle => |r| return r * r * 3,
          .poly => |p| {
            var sum: f64 = 0;
            for (p) |x| sum += x;
            return sum;
          },
          .group => |g| {
            var sum: f64 = 0;
            for (g) |s| sum += s.area();
            return sum;
          },
        }
      }
    };

    fn build(gpa: Allocator, n: usize) !Shape {
      if (n == 0) return .{ .circle = 1 };
      const children = try gpa.alloc(Shape, 2);
      errdefer gpa.free(children);
      children[0] = try build(gpa, n - 1);
      errdefer children[0].deinit(gpa);
      const p = try gpa.alloc(f64, n);
      for (p, 0..) |*x, i| x.* = @floatFromInt(i);
      children[1] = .{ .poly = p };
      return .{ .group = children };
    }

    test "shapes" {
      const gpa = std.testing.allocator;
      const s = try build(gpa, 4);
      defer s.deinit(gpa);
      try std.testing.expectEqual(@as(f64, 13), s.area());
    }`,

  'structs with lists in a map that keeps its order': `
    const std = @import("std");

    const Event = struct {
      name: []const u8,
      handlers: std.ArrayList(*const fn (i32) i32) = .empty,
    };

    const Bus = struct {
      gpa: std.mem.Allocator,
      events: std.StringArrayHashMapUnmanaged(Event) = .empty,

      fn deinit(self: *Bus) void {
        for (self.events.values()) |*e| e.handlers.deinit(self.gpa);
        for (self.events.keys()) |k| self.gpa.free(k);
        self.events.deinit(self.gpa);
      }
      fn on(self: *Bus, name: []const u8, handler: *const fn (i32) i32) !void {
        const entry = try self.events.getOrPut(self.gpa, name);
        if (!entry.found_existing) {
          const key = try self.gpa.dupe(u8, name);
          entry.key_ptr.* = key;
          entry.value_ptr.* = .{ .name = key };
        }
        try entry.value_ptr.handlers.append(self.gpa, handler);
      }
      fn emit(self: *const Bus, name: []const u8, value: i32) i32 {
        const event = self.events.get(name) orelse return value;
        var v = value;
        for (event.handlers.items) |h| v = h(v);
        return v;
      }
    };

    fn double(x: i32) i32 {
      return x * 2;
    }
    fn inc(x: i32) i32 {
      return x + 1;
    }

    test "bus" {
      var bus = Bus{ .gpa = std.testing.allocator };
      defer bus.deinit();
      try bus.on("a", double);
      try bus.on("a", inc);
      try bus.on("b", inc);
      try std.testing.expectEqual(@as(i32, 11), bus.emit("a", 5));
      try std.testing.expectEqual(@as(i32, 6), bus.emit("b", 5));
      try std.testing.expectEqual(@as(i32, 5), bus.emit("c", 5));
    }`,

  'memory that is kept by a pointer behind its start': `
    const std = @import("std");
    const Allocator = std.mem.Allocator;

    /// The length lies in front of the elements.
    const Row = struct {
      items: [*]usize,

      fn init(gpa: Allocator, n: usize) !Row {
        const memory = try gpa.alloc(usize, n + 1);
        @memset(memory, 7);
        memory[0] = n;
        return .{ .items = memory.ptr + 1 };
      }
      fn whole(self: Row) []usize {
        return (self.items - 1)[0 .. (self.items - 1)[0] + 1];
      }
      fn grow(self: *Row, gpa: Allocator, n: usize) !void {
        const memory = try gpa.realloc(self.whole(), n + 1);
        memory[0] = n;
        memory[n] = 9;
        self.items = memory.ptr + 1;
      }
      fn deinit(self: Row, gpa: Allocator) void {
        gpa.free(self.whole());
      }
    };

    test "row" {
      const gpa = std.testing.allocator;
      var row = try Row.init(gpa, 2);
      defer row.deinit(gpa);
      var other = try Row.init(gpa, 3);
      defer other.deinit(gpa);
      try std.testing.expectEqual(7, row.items[1]);
      try row.grow(gpa, 40);
      try std.testing.expectEqual(7, row.items[0]);
      try std.testing.expectEqual(9, row.items[39]);
      try std.testing.expectEqual(41, row.whole().len);
    }`,
});
