/** The lints that a crate's header allows: those that would warn, and no others. clippy is the judge. */
import { describe, expect, test } from 'vitest';
import { allowedLints } from '../../src/emit/lints.js';
import type { TranspileResult } from '../../src/project/result.js';
import { transpileProject } from '../../src/project/transpile.js';
import { fileWith } from '../support/case-tools.js';
import { clippyMessages } from '../support/rust-quality.js';
import { haveTools } from '../support/toolchain.js';

function headerOf(result: TranspileResult): readonly string[] {
  const root = result.files.get(result.isBinary ? 'src/main.rs' : 'src/lib.rs') ?? '';
  const header = /^#!\[allow\(([^)]*)\)\]/m.exec(root)?.[1] ?? '';
  return header.split(',').flatMap((name) => (name.trim() === '' ? [] : [name.trim()]));
}

const CASES: readonly { readonly title: string; readonly zig: string; readonly header: readonly string[] }[] = [
  {
    title: 'a program that does nothing odd',
    zig: `
      pub const Point = struct {
          x: i32,
          y: i32,
          pub fn sum(self: Point) i32 {
              return self.x + self.y;
          }
      };
      pub fn total(points: []const Point) i32 {
          var all: i32 = 0;
          for (points) |point| all += point.sum();
          return all;
      }
      pub fn largest(values: []const u32) ?u32 {
          if (values.len == 0) return null;
          var best: u32 = values[0];
          for (values[1..]) |value| {
              if (value > best) best = value;
          }
          return best;
      }`,
    header: [],
  },
  {
    title: 'what rustc knows to fail',
    zig: `
      pub fn overflow() u8 {
          var a: u8 = 255;
          a += 1;
          return a;
      }
      pub fn outside() u8 {
          const items = [3]u8{ 1, 2, 3 };
          var index: usize = 3;
          _ = &index;
          return items[index];
      }`,
    header: ['arithmetic_overflow', 'unconditional_panic'],
  },
  {
    title: 'values and stores that rustc loses sight of',
    zig: `
      pub fn zeros(items: []const u8) usize {
          var count: usize = 0;
          var first: usize = items.len;
          for (items, 0..) |item, index| {
              if (item != 0) continue;
              if (count == 0) first = index;
              count += 2;
          }
          const half = count / 2;
          return first + half + (count - half) % (count + 1);
      }
      pub fn position(items: []const u8, wanted: u8) ?usize {
          var seen = false;
          const result = for (items, 0..) |item, at| {
              if (item == wanted) {
                  if (seen) break at;
                  seen = true;
              }
          } else return null;
          return result;
      }`,
    header: [],
  },
  {
    title: 'a store that nothing reads',
    zig: `
      pub fn last(n: u32, early: bool) u32 {
          var value: u32 = 1;
          if (early) {
              value = 2;
              return n;
          }
          return value + n;
      }`,
    header: ['unused_assignments'],
  },
  {
    title: 'branches as the author wrote them',
    zig: `
      pub fn nested(a: bool, b: bool, n: u32) u32 {
          if (a) {
              if (b) return 1;
          }
          if (n >= 3 and n <= 7) return 2;
          return if (!(n == 8)) 3 else 4;
      }
      pub fn wide(a: u8, b: u8, c: u8, d: u8, e: u8, f: u8, g: u8, h: u8) u8 {
          return a ^ b ^ c ^ d ^ e ^ f ^ g ^ h;
      }`,
    header: [
      'clippy::collapsible_if',
      'clippy::manual_range_contains',
      'clippy::nonminimal_bool',
      'clippy::too_many_arguments',
    ],
  },
  {
    title: 'declarations that nobody uses',
    zig: `
      const unused: u32 = 3;
      fn helper() u32 {
          return unused;
      }
      fn used() u32 {
          return 1;
      }
      pub fn api() u32 {
          return used();
      }
      test "helper" {
          if (helper() != 3) return error.Wrong;
      }`,
    header: ['dead_code'],
  },
  {
    title: 'a constant that only a namesake of its type uses',
    zig: `
      const expect = @import("std").testing.expect;
      test "one" {
          const S = struct {
              x: u32,
              const origin: @This() = .{ .x = 1 };
          };
          const known: ?S = comptime S.origin;
          try expect(known.?.x == 1);
      }
      test "another" {
          const S = struct {
              x: u32,
              const origin: @This() = .{ .x = 2 };
          };
          try expect(S.origin.x == 2);
      }`,
    header: ['dead_code', 'clippy::assertions_on_constants'],
  },
  {
    title: 'elements that are written one by one from an initialiser',
    zig: `
      pub fn spread(start: [2]u32) u32 {
          var pair = start;
          pair = .{ pair[1], pair[0] };
          return pair[0];
      }`,
    header: ['clippy::almost_swapped'],
  },
  {
    title: 'numbers as they were written',
    zig: `
      pub const roughly_pi: f64 = 3.14;
      pub const exact: f32 = 0.12345678901;
      pub const grouped: u32 = 0x1_234_56;
      pub fn shifted(a: u32) u32 {
          return (a << 0) + grouped;
      }
      pub fn scaled(a: f64, b: f32) f64 {
          return a * roughly_pi + b * exact;
      }`,
    header: ['clippy::approx_constant', 'clippy::identity_op', 'clippy::unusual_byte_groupings'],
  },
  {
    title: 'a type of a test, and what exists only for it',
    zig: `
      const std = @import("std");
      pub fn first(comptime T: type, items: []const T) T {
          return items[0];
      }
      test "local type" {
          const Local = struct { a: u8, b: bool };
          try std.testing.expect(first(Local, &.{.{ .a = 1, .b = true }}).b);
      }`,
    // A field that no test reads.
    header: ['dead_code'],
  },
  {
    title: 'loops and branches that do little',
    zig: `
      pub fn first(values: []const u32) ?u32 {
          for (values) |value| return value;
          return null;
      }
      pub fn lower(n: u32) u32 {
          var left = n;
          if (left > 0) left -= 1;
          if (left == 7) {}
          const result = left * 2;
          return result;
      }
      pub fn find(values: []const u32, wanted: u32) ?usize {
          for (values, 0..) |value, i| {
              if (value == wanted) return i;
          }
          return null;
      }
      pub fn rounded(n: u32, by: u32) u32 {
          return (n + by - 1) / by;
      }`,
    header: [
      'clippy::implicit_saturating_sub',
      'clippy::let_and_return',
      'clippy::manual_div_ceil',
      'clippy::manual_find',
      'clippy::needless_ifs',
      'clippy::never_loop',
    ],
  },
  {
    title: 'cases and names as they were written',
    zig: `
      pub fn small(foo: u32) bool {
          return switch (foo) {
              1, 2, 3 => true,
              else => false,
          };
      }
      pub fn noted(n: u32, seen: *bool) void {
          switch (n) {
              5 => seen.* = true,
              else => {},
          }
      }
      pub fn wait() noreturn {
          while (true) {}
      }
      pub fn unwrapped(a: ?u32) u32 {
          return if (a != null) a.? else 0;
      }`,
    header: [
      'clippy::disallowed_names',
      'clippy::empty_loop',
      'clippy::manual_range_patterns',
      'clippy::match_like_matches_macro',
      'clippy::single_match',
      'clippy::unnecessary_unwrap',
    ],
  },
  {
    title: 'recursion that does not end',
    zig: `
      pub fn fibonacci(index: u32) u32 {
          return fibonacci(index - 1) + fibonacci(index - 2);
      }
      pub fn factorial(n: u32) u32 {
          if (n == 0) return 1;
          return n * factorial(n - 1);
      }
      pub fn steps(n: u32, by: u32) u32 {
          return if (n == 0) 0 else 1 + steps(n - 1, by + 1);
      }`,
    header: ['unconditional_recursion', 'clippy::only_used_in_recursion'],
  },
  {
    title: 'elements without a size',
    zig: `
      const expect = @import("std").testing.expect;
      test "all are one" {
          var items: [3]void = .{ {}, {}, {} };
          const many: [*]void = &items;
          var index: usize = 1;
          _ = &index;
          const element = &many[index];
          element.* = {};
          many[index] = {};
          try expect(element == &many[2]);
      }`,
    header: [],
  },
  {
    title: 'lists in comments of fields that go on without indentation',
    zig: `
      pub const Options = struct {
          /// 1. first, which
          /// goes on here
          depth: u32,
      };`,
    header: ['clippy::doc_lazy_continuation'],
  },
  {
    title: 'a conversion by reference, and a loop that is left from another one',
    zig: `
      pub const Count = struct {
          n: u32,
          pub fn toDouble(self: *const Count) u64 {
              return @as(u64, self.n) * 2;
          }
      };
      pub fn last(values: []const u32) u32 {
          var i: usize = 0;
          const found = outer: while (true) {
              while (true) {
                  if (i == values.len) break :outer values.len;
                  i += 1;
              }
          };
          return @intCast(found);
      }`,
    header: ['clippy::never_loop', 'clippy::wrong_self_convention'],
  },
  {
    title: 'bits of a packed struct, and an index that is used for more',
    zig: `
      pub const Flags = packed struct(u8) { low: u3, high: u5 };
      pub fn set(flags: *Flags, low: u3) void {
          flags.low = low;
      }
      pub fn shift(values: []u32, n: usize) void {
          for (1..n) |i| values[i] = values[i - 1];
      }`,
    header: [],
  },
];

test('every lint has a reason, and says where it would warn', () => {
  for (const { reason, expr, block, statement, item, type, pattern, crate } of allowedLints) {
    expect(reason).not.toBe('');
    expect([expr, block, statement, item, type, pattern, crate].some((one) => one !== undefined)).toBe(true);
  }
});

describe.runIf(haveTools('clippy-driver'))('the header', () => {
  test.each(CASES)('$title', { timeout: 120_000 }, async ({ zig, header }) => {
    const result = transpileProject(fileWith(zig), {});
    expect(result.diagnostics).toEqual([]);
    expect(headerOf(result)).toEqual(header);
    expect(await clippyMessages(result, '2024')).toEqual([]);
  });
});
