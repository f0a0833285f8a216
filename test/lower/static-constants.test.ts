/** Constants of a body that are known at comptime lie in static memory: a pointer to one may leave the function. */
import { expect, test } from 'vitest';
import { transpileProject } from '../../src/project/transpile.js';
import { fileWith } from '../support/case-tools.js';
import { describeSameBehaviour } from '../support/differential.js';

describeSameBehaviour('constants in static memory', {
  'whose address is returned, stored and kept': `
    const std = @import("std");
    const expect = std.testing.expect;

    const Node = struct { value: u32, next: ?*const Node = null };

    fn plain() *const u32 {
        const x: u32 = 7;
        return &x;
    }
    fn cast() *const f32 {
        const x: u32 = 1;
        return @ptrCast(&x);
    }
    fn optional() ?*const u32 {
        const x: u32 = 9;
        return &x;
    }
    fn viaField() *const u32 {
        const n: Node = .{ .value = 5 };
        return &n.value;
    }
    fn viaElement() *const u8 {
        const list = [_]u8{ 1, 2, 3 };
        return &list[1];
    }
    fn slice() []const u8 {
        const list = [_]u8{ 1, 2, 3 };
        return &list;
    }
    fn part() []const u8 {
        const list = [_]u8{ 1, 2, 3 };
        return list[1..];
    }
    fn many() [*]const u8 {
        const list = [_]u8{ 1, 2, 3 };
        return &list;
    }
    fn anon() []const u16 {
        return &.{ 4, 5, 6 };
    }
    fn typed() []const u16 {
        return &[_]u16{ 4, 5, 6 };
    }
    fn struct_() *const Node {
        return &.{ .value = 3 };
    }
    fn chain() *const Node {
        const a: Node = .{ .value = 1 };
        const b: Node = .{ .value = 2, .next = &a };
        return &b;
    }
    fn counted() *const [3]u32 {
        comptime var list: [3]u32 = undefined;
        comptime {
            for (&list, 0..) |*item, i| item.* = i * i;
        }
        const done = list;
        return &done;
    }
    const Holder = struct { p: *const u32, s: []const u8 };
    fn holder() Holder {
        const x: u32 = 11;
        const bytes = [_]u8{ 'a', 'b' };
        return .{ .p = &x, .s = &bytes };
    }
    var saved: ?*const u32 = null;
    fn save() void {
        const x: u32 = 13;
        saved = &x;
    }
    fn keep(out: *[]const u8) void {
        const bytes = [_]u8{ 'x', 'y' };
        out.* = &bytes;
    }
    fn inBlock() u32 {
        const p: *const u32 = blk: {
            const x: u32 = 17;
            break :blk &x;
        };
        return p.*;
    }
    fn loops() u32 {
        var p: *const u32 = undefined;
        for (0..3) |_| {
            const x: u32 = 19;
            p = &x;
        }
        return p.*;
    }
    fn same() bool {
        const x: u32 = 1;
        const p = &x;
        const q = &x;
        return @intFromPtr(p) == @intFromPtr(q);
    }
    fn smash() u32 {
        var buf: [64]u32 = undefined;
        for (&buf, 0..) |*b, i| b.* = @intCast(i * 1000003);
        var s: u32 = 0;
        for (buf) |b| s +%= b;
        return s;
    }

    const Linked = struct { value: u32, owner: ?*u32 = null };
    fn unshared() *const Linked {
        const l: Linked = .{ .value = 23 };
        return &l;
    }
    fn unsharedPart() *const u32 {
        const l: Linked = .{ .value = 29 };
        return &l.value;
    }
    var counter: u32 = 0;
    fn touch(l: *Linked) void {
        if (l.owner) |o| o.* += 1;
        l.owner = &counter;
    }
    fn first(comptime T: type) *const T {
        const x: T = 31;
        return &x;
    }
    fn runtimeIndex(i: usize) *const u8 {
        const list = [_]u8{ 41, 42, 43 };
        return &list[i];
    }
    fn runtimePart(i: usize) []const u8 {
        const list = [_]u8{ 41, 42, 43 };
        return list[i..];
    }

    test "static lifetime of comptime-known constants" {
        const a = plain();
        const b: *const u32 = @ptrCast(cast());
        const c = optional().?;
        const d = viaField();
        const e = viaElement();
        const f = slice();
        const g = part();
        const h = many();
        const i = anon();
        const j = typed();
        const k = struct_();
        const l = chain();
        const m = counted();
        const n = holder();
        save();
        var o: []const u8 = "";
        keep(&o);
        try expect(smash() != 1);
        try expect(a.* == 7 and b.* == 1 and c.* == 9 and d.* == 5 and e.* == 2);
        try expect(f[2] == 3 and g[0] == 2 and h[1] == 2 and i[0] == 4 and j[2] == 6);
        try expect(k.value == 3 and l.value == 2 and l.next.?.value == 1 and m[2] == 4);
        try expect(n.p.* == 11 and n.s[1] == 'b' and saved.?.* == 13 and o[1] == 'y');
        try expect(inBlock() == 17 and loops() == 19);
        try expect(same());
        var linked: Linked = .{ .value = 1 };
        touch(&linked);
        touch(&linked);
        try expect(counter == 1);
        const u = unshared();
        const v = unsharedPart();
        const w = first(u16);
        const x = first(i64);
        var one: usize = 1;
        _ = &one;
        const y = runtimeIndex(one);
        const z = runtimePart(one);
        try expect(smash() != 1);
        try expect(u.value == 23 and u.owner == null and v.* == 29 and w.* == 31 and x.* == 31);
        try expect(y.* == 42 and z.len == 2 and z[1] == 43);
    }`,
});

const rustOf = (zig: string): string => transpileProject(fileWith(zig), {}).files.get('src/lib.rs') ?? '';

test('an address that stays in the function leaves the constant a local', () => {
  const rust = rustOf(`
    fn sum(list: []const u8) u32 { var s: u32 = 0; for (list) |x| s += x; return s; }
    export fn total() u32 { const list = [_]u8{ 1, 2 }; return sum(&list); }`);
  expect(rust).toContain('let list = [1u8, 2];');
});

test('one that leaves makes it an item, and the result a reference', () => {
  const rust = rustOf('pub fn list() []const u8 { const bytes = [_]u8{ 1, 2 }; return &bytes; }');
  expect(rust).toContain('static BYTES: [u8; 2] = [1, 2];');
  expect(rust).toContain("pub fn list() -> &'static [u8]");
});
