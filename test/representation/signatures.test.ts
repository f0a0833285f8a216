/** What signatures, fields and bodies become, in Rust text: the same decisions as in `references.test.ts`, seen from the other end. */
import { describe, expect, test } from 'vitest';
import { ported } from './ported.js';

function expectRust(zig: string, ...parts: readonly string[]): void {
  const { rust, unsafeSites, markers } = ported(zig);
  for (const part of parts) expect(rust).toContain(part);
  expect({ unsafeSites, markers }).toEqual({ unsafeSites: 0, markers: 0 });
}

describe('references', () => {
  test('a tokenizer borrows its source for its life, and a parser its tokenizer', () => {
    expectRust(
      `const Tokenizer = struct {
         source: []const u8,
         index: usize = 0,
         fn next(self: *Tokenizer) []const u8 {
           const start = self.index;
           self.index += 1;
           return self.source[start..self.index];
         }
       };
       const Parser = struct {
         tokens: *Tokenizer,
         current: []const u8,
         fn init(tokens: *Tokenizer) Parser {
           return .{ .tokens = tokens, .current = tokens.next() };
         }
         fn advance(self: *Parser) []const u8 {
           const old = self.current;
           self.current = self.tokens.next();
           return old;
         }
       };
       test "two tokens live at once" {
         const text = "ab".*;
         var tokens: Tokenizer = .{ .source = &text };
         var parser = Parser.init(&tokens);
         const a = parser.advance();
         const b = parser.advance();
         try std.testing.expect(a[0] == 'a' and b[0] == 'b');
       }`,
      "struct Tokenizer<'a> { source: &'a [u8], index: usize, }",
      "fn next(&mut self) -> &'a [u8]",
      "struct Parser<'a, 'b> { tokens: &'a mut Tokenizer<'b>, current: &'b [u8], }",
      "fn init(tokens: &'a mut Tokenizer<'b>) -> Parser<'a, 'b>",
      "fn advance(&mut self) -> &'b [u8]",
    );
  });

  test('a literal is static, one of two parameters has a named lifetime', () => {
    expectRust(
      `fn name(n: u8) []const u8 { return if (n == 0) "none" else "some"; }
       fn longer(a: []const u8, b: []const u8) []const u8 { return if (a.len > b.len) a else b; }
       test "use" { try std.testing.expect(longer(name(0), "ab").len == 4); }`,
      "fn name(n: u8) -> &'static [u8]",
      "fn longer<'a>(a: &'a [u8], b: &'a [u8]) -> &'a [u8]",
    );
  });

  test('what is only read is shared, what is written is exclusive', () => {
    expectRust(
      `const P = struct {
         x: u32,
         fn get(self: *P) u32 { return self.x; }
         fn set(self: *P, x: u32) void { self.x = x; }
       };
       fn double(items: []u32) void { for (items) |*item| item.* *= 2; }
       fn sum(items: []u32) u32 { var n: u32 = 0; for (items) |item| n += item; return n; }
       test "use" {
         var p: P = .{ .x = 1 };
         p.set(p.get() + 1);
         var xs = [_]u32{ 1, 2 };
         double(&xs);
         try std.testing.expect(sum(&xs) + p.get() == 8);
       }`,
      'fn get(&self) -> u32',
      'fn set(&mut self, x: u32)',
      'fn double(items: &mut [u32])',
      'fn sum(items: &[u32]) -> u32',
    );
  });

  test('a loop whose body writes the sequence walks it by index', () => {
    expectRust(
      `fn shift(items: []u8) void { for (items, 0..) |item, i| { if (i > 0) items[i - 1] = item; } }
       test "use" { var xs = "abc".*; shift(&xs); try std.testing.expect(xs[0] == 'b'); }`,
      'fn shift(items: &mut [u8])',
      'items[i]',
    );
  });
});

describe('owners', () => {
  test('a tree of nodes from an arena is a tree of boxes', () => {
    expectRust(
      `const Expr = union(enum) { number: i64, negate: *Expr, sum: struct { left: *Expr, right: *Expr } };
       fn leaf(a: std.mem.Allocator, n: i64) !*Expr {
         const e = try a.create(Expr);
         e.* = .{ .number = n };
         return e;
       }
       fn add(a: std.mem.Allocator, left: *Expr, right: *Expr) !*Expr {
         const e = try a.create(Expr);
         e.* = .{ .sum = .{ .left = left, .right = right } };
         return e;
       }
       fn minus(a: std.mem.Allocator, inner: *Expr) !*Expr {
         const e = try a.create(Expr);
         e.* = .{ .negate = inner };
         return e;
       }
       fn eval(e: *const Expr) i64 {
         return switch (e.*) {
           .number => |n| n,
           .negate => |inner| -eval(inner),
           .sum => |s| eval(s.left) + eval(s.right),
         };
       }
       test "use" {
         var arena = std.heap.ArenaAllocator.init(std.testing.allocator);
         defer arena.deinit();
         const a = arena.allocator();
         const tree = try add(a, try leaf(a, 1), try minus(a, try leaf(a, 2)));
         try std.testing.expect(eval(tree) == -1);
       }`,
      'fn leaf(n: i64) -> Box<Expr>',
      'fn add(left: Box<Expr>, right: Box<Expr>) -> Box<Expr>',
      'fn eval(e: &Expr) -> i64',
      'Negate(Box<Expr>)',
    );
  });

  test('memory that the caller frees is returned, and freeing vanishes', () => {
    const zig = `fn upper(gpa: std.mem.Allocator, text: []const u8) ![]u8 {
         const out = try gpa.alloc(u8, text.len);
         for (text, out) |c, *o| o.* = std.ascii.toUpper(c);
         return out;
       }
       fn shout(gpa: std.mem.Allocator, text: []const u8) !usize {
         const loud = try upper(gpa, text);
         defer gpa.free(loud);
         return loud.len;
       }
       test "use" { try std.testing.expect(try shout(std.testing.allocator, "abc") == 3); }`;
    expectRust(zig, 'fn upper(text: &[u8]) -> Vec<u8>', 'fn shout(text: &[u8]) -> usize');
    expect(ported(zig).rust).not.toContain('drop(');
  });

  test('a list in a struct is a Vec, its deinit is Drop, a reader by value borrows', () => {
    const zig = `const Stack = struct {
         items: std.ArrayList(u32) = .empty,
         gpa: std.mem.Allocator,
         fn push(self: *Stack, x: u32) !void { try self.items.append(self.gpa, x); }
         fn len(self: Stack) usize { return self.items.items.len; }
         fn deinit(self: *Stack) void { self.items.deinit(self.gpa); }
       };
       test "use" {
         var s: Stack = .{ .gpa = std.testing.allocator };
         defer s.deinit();
         try s.push(1);
         try std.testing.expect(s.len() == 1);
         try std.testing.expect(s.len() == 1);
       }`;
    expectRust(zig, 'struct Stack { items: Vec<u32>, }', 'fn push(&mut self, x: u32)', 'fn len(&self) -> usize');
    expect(ported(zig).rust).not.toContain('deinit');
  });

  test('keys that a map is given to keep are owned by it', () => {
    expectRust(
      `const Counter = struct {
         counts: std.StringHashMap(u32),
         gpa: std.mem.Allocator,
         fn add(self: *Counter, word: []const u8) !void {
           const entry = try self.counts.getOrPut(word);
           if (!entry.found_existing) {
             entry.key_ptr.* = try self.gpa.dupe(u8, word);
             entry.value_ptr.* = 0;
           }
           entry.value_ptr.* += 1;
         }
       };
       fn use(gpa: std.mem.Allocator) !void {
         var c: Counter = .{ .counts = .init(gpa), .gpa = gpa };
         var buf = "abc".*;
         try c.add(&buf);
       }
       pub fn main() !void { try use(std.heap.page_allocator); }`,
      'StringHashMap<Vec<u8>, u32>',
      'fn add(&mut self, word: &[u8])',
    );
  });
});

describe('what cannot be proven is raw, for every caller', () => {
  const raw = (zig: string, part: string): void => {
    const { rust, unsafeSites } = ported(zig);
    expect(rust).toContain(part);
    expect(unsafeSites).toBeGreaterThan(0);
  };

  test('two pointers that may be one', () => {
    raw(
      `fn swap(a: *u32, b: *u32) void { const t = a.*; a.* = b.*; b.* = t; }
       test "apart" { var x: u32 = 1; var y: u32 = 2; swap(&x, &y); try std.testing.expect(x == 2); }
       test "one" { var x: u32 = 1; swap(&x, &x); try std.testing.expect(x == 1); }`,
      'fn swap(a: *mut u32, b: *mut u32)',
    );
  });

  test('a result that is kept across another call on its source', () => {
    raw(
      `const M = struct {
         data: [4]u32 = @splat(0),
         fn at(self: *M, i: usize) *u32 { return &self.data[i]; }
       };
       test "kept" {
         var m: M = .{};
         const a = m.at(0);
         const b = m.at(1);
         a.* = 1;
         b.* = 2;
         try std.testing.expect(m.data[0] + m.data[1] == 3);
       }
       test "let go" { var m: M = .{}; m.at(0).* = 1; m.at(1).* = 2; try std.testing.expect(m.data[1] == 2); }`,
      'fn at(this: *mut M, i: usize) -> *mut u32',
    );
  });

  test('the address of a global variable', () => {
    raw(
      `var counter: u32 = 0;
       fn bump(p: *u32) void { p.* += 1; }
       test "global" { bump(&counter); try std.testing.expect(counter == 1); }`,
      'fn bump(p: *mut u32)',
    );
  });

  test('links that form a ring', () => {
    raw(
      `const Node = struct { next: ?*Node = null, value: u32 };
       test "ring" {
         var a: Node = .{ .value = 1 };
         var b: Node = .{ .value = 2 };
         a.next = &b;
         b.next = &a;
         a.next.?.next.?.value = 5;
         try std.testing.expect(a.value == 5);
       }`,
      'NonNull<Node>',
    );
  });
});

describe('copies of owners', () => {
  const gpa = 'const gpa = std.testing.allocator;';

  test('what a container keeps is lent, what is replaced is taken, what an arena gives lives for ever', () => {
    expectRust(
      `const Store = struct {
         lists: std.StringHashMap(std.ArrayList(u8)),
         buffer: std.ArrayList(u8) = .empty,
         fn count(self: *const Store, key: []const u8) usize {
           const list = self.lists.get(key) orelse return 0;
           return list.items.len;
         }
         fn take(self: *Store) std.ArrayList(u8) {
           const taken = self.buffer;
           self.buffer = .empty;
           return taken;
         }
       };
       const Names = struct { first: []const u8, second: []const u8 };
       fn twice(arena: std.mem.Allocator, text: []const u8) !Names {
         const copy = try arena.dupe(u8, text);
         return .{ .first = copy, .second = copy };
       }
       test "use" {
         ${gpa}
         var store: Store = .{ .lists = .init(gpa) };
         try std.testing.expect(store.count("a") == 0 and store.take().items.len == 0);
         var arena = std.heap.ArenaAllocator.init(gpa);
         defer arena.deinit();
         const names = try twice(arena.allocator(), "x");
         try std.testing.expect(names.first.ptr == names.second.ptr);
       }`,
      'let Some(list) = self.lists.get(key) else',
      'take(&mut self.buffer)',
      "struct Names { first: &'static [u8], second: &'static [u8], }",
    );
  });

  test('a function whose copies share a list is refused', () => {
    const { rust, markers } = ported(
      `test "shared" {
         ${gpa}
         var list: std.ArrayList(u8) = .empty;
         defer list.deinit(gpa);
         try list.append(gpa, 1);
         const view = list;
         list.items[0] = 2;
         try std.testing.expect(view.items[0] == 2);
       }`,
    );
    expect(markers).toBe(1);
    expect(rust).toContain("a copy of a value that owns memory ('list' is copied and both copies are used)");
  });
});
