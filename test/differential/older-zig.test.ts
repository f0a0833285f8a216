/** Programs and tests for Zig 0.14 do the same in Rust, with that Zig as the oracle. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { cli } from '../support/cli.js';
import { howToGet, olderZigs } from '../support/older-zig.js';
import { haveTools } from '../support/toolchain.js';

const SLOWEST_MS = 600_000;

const PROGRAMS: Readonly<Record<string, string>> = {
  'words.zig': `
const std = @import("std");
const stdout = std.io.getStdOut().writer();

fn Stack(comptime T: type) type {
    return struct {
        items: std.ArrayList(T),
        const Self = @This();
        fn init(a: std.mem.Allocator) Self {
            return .{ .items = std.ArrayList(T).init(a) };
        }
        fn push(self: *Self, item: T) !void {
            try self.items.append(item);
        }
        fn pop(self: *Self) ?T {
            return self.items.popOrNull();
        }
    };
}

pub fn main() !void {
    var gpa = std.heap.GeneralPurposeAllocator(.{}){};
    defer _ = gpa.deinit();
    const allocator = gpa.allocator();
    const args = try std.process.argsAlloc(allocator);
    defer std.process.argsFree(allocator, args);
    const count = if (args.len > 1) try std.fmt.parseInt(usize, args[1], 10) else 3;
    var buffered = std.io.bufferedWriter(std.io.getStdOut().writer());
    const out = buffered.writer();
    var stack = Stack(usize).init(allocator);
    defer stack.items.deinit();
    for (0..count) |i| try stack.push(i * i);
    while (stack.pop()) |one| try out.print("{d} ", .{one});
    try out.writeByte('\\n');
    try buffered.flush();
    const info = @typeInfo(u7).int;
    try stdout.print("{d} {s} {any}\\n", .{ info.bits, @tagName(info.signedness), @typeInfo([]u8).pointer.size });
}`,
  'tests.zig': `
const std = @import("std");
test "a list's writer" {
    var list = std.ArrayList(u8).init(std.testing.allocator);
    defer list.deinit();
    try list.writer().print("{d}-{s}", .{ 7, "x" });
    try std.testing.expectEqualStrings("7-x", list.items);
}
test "a tree that owns its nodes" {
    const Node = struct {
        left: ?*@This() = null,
        value: u32 = 0,
        fn sum(self: *@This()) u32 {
            return self.value + if (self.left != null) self.left.?.sum() else 0;
        }
    };
    const a = std.testing.allocator;
    const top = try a.create(Node);
    defer a.destroy(top);
    const below = try a.create(Node);
    defer a.destroy(below);
    below.* = .{ .value = 2 };
    top.* = .{ .value = 3, .left = below };
    try std.testing.expectEqual(@as(u32, 5), top.sum());
}`,
};

const zig = olderZigs().find((one) => one.version === '0.14')?.zig;

test.runIf(haveTools('rustc', 'cargo') && zig !== undefined)(
  `programs for Zig 0.14 (${howToGet('0.14')})`,
  { timeout: SLOWEST_MS },
  async () => {
    const directory = mkdtempSync(join(tmpdir(), 'zig2rust-older-'));
    for (const [name, text] of Object.entries(PROGRAMS)) writeFileSync(join(directory, name), text);
    const options = ['--zig', zig ?? '', '--libc', '--arg', '5', '--timeout', '300', '--work', join(directory, 'work')];
    const { stdout, exitCode } = await cli('verify', directory, ...options, '--json');
    const report = JSON.parse(stdout) as {
      cases: { file: string; rung: string; reasons: string[]; markers: string[] }[];
    };
    const found = report.cases.map(({ file, rung, reasons, markers }) => ({ file, rung, reasons, markers }));
    const equal = (file: string) => ({ file, rung: 'equal', reasons: [], markers: [] });
    expect(found).toEqual([equal('tests.zig'), equal('words.zig')]);
    expect(exitCode).toBe(0);
  },
);
