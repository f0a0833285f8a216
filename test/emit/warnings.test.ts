/** What a library and its tests, each compiled by itself, must not warn of: rustc and clippy are the judges. */
import { describe, expect, test } from 'vitest';
import { transpileProject } from '../../src/project/transpile.js';
import { fileWith } from '../support/case-tools.js';
import { clippyMessages } from '../support/rust-quality.js';
import { haveTools } from '../support/toolchain.js';

const CASES: Readonly<Record<string, { readonly zig: string; readonly rust: readonly (string | RegExp)[] }>> = {
  'a variable that only a folded expression reads': {
    zig: `
      const std = @import("std");
      fn sized(zero: u8, whole: i32) u8 {
          return zero << @as(u0, @intCast(@sizeOf(@TypeOf(whole)) - 4));
      }
      test "folded" {
          const bytes = [_]u8{ 1, 2, 3, 4 };
          const float: f32 = 0.5;
          try std.testing.expect(@sizeOf(@TypeOf(bytes)) == 4);
          try std.testing.expect(@as(u32, @bitCast(float)) == 0x3f000000);
          try std.testing.expect(sized(3, 1) == 3);
      }`,
    rust: [/_whole: i32/],
  },
  'a variable whose change is thrown away': {
    zig: `
      const std = @import("std");
      fn fails() !i32 {
          return 1;
      }
      test "thrown away" {
          var again = true;
          errdefer again = false;
          var items: []u8 = &[0]u8{};
          _ = &items;
          try std.testing.expect(try fails() == 1 and again);
          try std.testing.expect(@intFromPtr(items.ptr) != 0);
      }`,
    rust: ['let again = true;', /let items: /],
  },
  'a variable that gets its first value behind its declaration': {
    zig: `
      const std = @import("std");
      pub fn sum(items: []const u32) u32 {
          // The sum so far.
          var total: u32 = undefined;
          const start: u32 = 1;
          total = start;
          for (items) |item| total += item;
          return total;
      }
      pub fn either(first: bool) u32 {
          var chosen: u32 = undefined;
          if (first) {
              chosen = 1;
          } else {
              chosen = 2;
          }
          return chosen;
      }
      test "first values" {
          var once: [2]u8 = undefined;
          once = .{ 1, 2 };
          var parts: [2]u8 = undefined;
          parts[0] = once[1];
          parts[1] = once[0];
          try std.testing.expectEqual(@as(u32, 6), sum(&.{ parts[0], parts[1], 2 }));
          try std.testing.expectEqual(@as(u32, 2), either(false));
      }`,
    rust: ['let mut total: u32 = start;', 'let once: [u8; 2] = [1, 2];', '// The sum so far.'],
  },
  'a store into a comptime field': {
    zig: `
      const std = @import("std");
      test "comptime field" {
          const Pair = struct { comptime a: [2]u32 = .{ 1, 2 }, b: u32 };
          var pair: Pair = .{ .b = 3 };
          pair.a = .{ 1, 2 };
          pair.a[0] = 1;
          pair.b += 1;
          try std.testing.expectEqual(@as(u32, 5), pair.a[0] + pair.b);
      }`,
    rust: [],
  },
  'what only tests mention': {
    zig: `
      const std = @import("std");
      fn expectFailure(expected: anyerror, actual: anytype) !void {
          if (actual) |_| return error.Unexpected else |err| try std.testing.expect(err == expected);
      }
      fn sizeOf(comptime T: type, pointer: *const T) usize {
          return std.mem.asBytes(pointer).len;
      }
      test "errors of a test" {
          const Local = error{ Low, High };
          const S = struct {
              fn fail(low: bool) Local!u8 {
                  return if (low) error.Low else error.High;
              }
          };
          try expectFailure(error.Low, S.fail(true));
      }
      test "a type of a test" {
          const Local = extern struct { a: u8, b: u32 };
          var value: Local = .{ .a = 1, .b = 2 };
          _ = &value;
          try std.testing.expectEqual(@as(usize, 8), sizeOf(Local, &value));
      }`,
    rust: [],
  },
  'a variable that is called like an import': {
    zig: `
      const std = @import("std");
      pub fn first(ptr: [*]const u8) u8 {
          return ptr[0];
      }
      test "import" {
          var value: u32 = 7;
          const ptr: *u32 = &value;
          const many: [*]const u8 = @ptrCast(ptr);
          try std.testing.expectEqual(@as(u8, 7), first(many));
          try std.testing.expect(@intFromPtr(ptr) == @intFromPtr(&value));
      }`,
    rust: [],
  },
  'a block at the end that holds one thing': {
    zig: `
      pub fn ends(a: bool) void {
          var b = a;
          _ = &b;
          done: {
              if (b) break :done;
          }
      }`,
    rust: [],
  },
  'the address of a field of an extern union': {
    zig: `
      const std = @import("std");
      const Both = extern union { whole: u32, bytes: [4]u8 };
      fn at(both: *Both, index: usize) *u8 {
          const bytes: [*]u8 = @ptrCast(&both.bytes);
          return &bytes[index];
      }
      test "union" {
          var both: Both = .{ .whole = 0x01010101 };
          const whole: *u32 = &both.whole;
          at(&both, 0).* = 1;
          whole.* +%= 0;
          try std.testing.expectEqual(@as(u32, 0x01010101), both.whole);
      }`,
    rust: [],
  },
  'private types of foreign functions, and numbers of functions': {
    zig: `
      const std = @import("std");
      const Hidden = extern struct { a: c_int };
      extern fn never_linked(hidden: *Hidden) void;
      fn here() void {}
      const Code = enum(u16) { ok = 0, _ };
      extern fn never_called() Code;
      test "addresses" {
          try std.testing.expect(@intFromPtr(&here) != 0);
          if (@intFromPtr(&here) == 1) {
              var hidden: Hidden = .{ .a = 1 };
              never_linked(&hidden);
              _ = never_called();
          }
      }`,
    rust: [],
  },
  'an else that the errors of the program leave nothing': {
    zig: `
      fn fails(n: u8) anyerror!void {
          if (n == 3) return error.Three;
      }
      pub fn isThree(n: u8) bool {
          fails(n) catch |err| switch (err) {
              error.Three => return true,
              else => return n == 4,
          };
          return false;
      }
      pub fn third(n: u8) u8 {
          return switch (n % 3) {
              0 => 2,
              1 => 3,
              2 => 5,
              else => unreachable,
          };
      }`,
    rust: ['Error::Three => return true', '_ => unreachable!()'],
  },
  'a tag whose payload nobody looks at': {
    zig: `
      const Number = union(enum) { int: u32, none };
      pub fn isNone(known: bool) bool {
          const number: Number = if (known) .{ .int = 1 } else .none;
          return number == .none;
      }`,
    rust: [],
  },
};

describe.runIf(haveTools('clippy-driver'))('no warning of', () => {
  test.each(Object.entries(CASES))('%s', { timeout: 120_000 }, async (_title, { zig, rust }) => {
    const result = transpileProject(fileWith(zig), {});
    expect(result.diagnostics).toEqual([]);
    const text = result.files.get('src/lib.rs') ?? '';
    for (const part of rust) expect(text).toMatch(part);
    expect(await clippyMessages(result, '2024')).toEqual([]);
  });
});
