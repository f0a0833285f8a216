/** Raw pointers that reach beyond what their type points to: to the parent of a field, to the neighbours of an element; overlaps. */
import { expect, test } from 'vitest';
import { transpileProject } from '../../src/project/transpile.js';
import { fileWith } from '../support/case-tools.js';
import { describeSameBehaviour } from '../support/differential.js';

describeSameBehaviour('pointers that reach further', {
  'from a field to its parent': `
    const std = @import("std");
    const expect = std.testing.expect;

    const Link = struct { next: ?*Link = null };
    const Item = struct {
        before: u32 = 1,
        link: Link = .{},
        value: u32,

        fn fromLink(l: *Link) *Item {
            return @fieldParentPtr("link", l);
        }
        fn fromConst(l: *const Link) *const Item {
            return @alignCast(@fieldParentPtr("link", l));
        }
    };
    const List = struct {
        first: ?*Link = null,
        fn push(self: *List, l: *Link) void {
            l.next = self.first;
            self.first = l;
        }
        fn sum(self: *const List) u32 {
            var s: u32 = 0;
            var it = self.first;
            while (it) |l| : (it = l.next) s += Item.fromLink(l).value;
            return s;
        }
    };
    const Shape = struct {
        area: *const fn (*Shape) u32,
    };
    const Square = struct {
        side: u32,
        shape: Shape = .{ .area = area },
        fn area(s: *Shape) u32 {
            const self: *Square = @fieldParentPtr("shape", s);
            self.side += 1;
            return self.side * self.side;
        }
    };
    fn bump(l: *Link) void {
        const item: *Item = @fieldParentPtr("link", l);
        item.value += 1;
        item.before += 1;
    }
    const Outer = struct {
        a: u8,
        inner: struct { b: u16, c: u32 },
        fn get(p: *u32) *Outer {
            const Inner = @FieldType(Outer, "inner");
            const in: *Inner = @fieldParentPtr("c", p);
            return @fieldParentPtr("inner", in);
        }
    };

    test "intrusive list" {
        var a: Item = .{ .value = 1 };
        var b: Item = .{ .value = 2 };
        var list: List = .{};
        list.push(&a.link);
        list.push(&b.link);
        try expect(list.sum() == 3);
        bump(&a.link);
        try expect(list.sum() == 4 and a.before == 2);
        const c = Item.fromConst(&a.link);
        try expect(c.value == 2);
        const d = Item.fromLink(&b.link);
        d.value = 10;
        try expect(list.sum() == 12);
    }
    test "an interface" {
        var s: Square = .{ .side = 2 };
        try expect(s.shape.area(&s.shape) == 9);
        const i = &s.shape;
        try expect(i.area(i) == 16);
    }
    test "nested" {
        var o: Outer = .{ .a = 1, .inner = .{ .b = 2, .c = 3 } };
        const p = Outer.get(&o.inner.c);
        p.a = 5;
        try expect(o.a == 5);
    }
    test "on the heap" {
        const gpa = std.testing.allocator;
        var list: List = .{};
        for (0..3) |i| {
            const item = try gpa.create(Item);
            item.* = .{ .value = @intCast(i) };
            list.push(&item.link);
        }
        try expect(list.sum() == 3);
        var it = list.first;
        while (it) |l| {
            it = l.next;
            gpa.destroy(Item.fromLink(l));
        }
    }`,
  'through methods of the field': `
    const std = @import("std");
    const expect = std.testing.expect;
    const Link = struct {
        n: u32 = 0,
        fn touch(self: *Link) void {
            self.n += 1;
            bump(self);
        }
        fn owner(self: *Link) *Item {
            return Item.of(self);
        }
    };
    const Item = struct {
        before: u32 = 1,
        link: Link = .{},
        value: u32 = 0,
        fn of(l: *Link) *Item {
            return @fieldParentPtr("link", l);
        }
        fn run(self: *Item) void {
            self.link.touch();
            self.value += 1;
        }
    };
    fn bump(l: *Link) void {
        const item: *Item = @fieldParentPtr("link", l);
        item.value += 10;
    }
    fn both(l: *Link, item: *const Item) u32 {
        const a = item.value;
        l.touch();
        return a * 100 + item.value;
    }
    fn viaLocal(l: *Link) u32 {
        const same = l;
        var it: *Link = same;
        _ = &it;
        return Item.of(it).value;
    }
    test "the whole" {
        var item: Item = .{};
        item.run();
        try expect(item.value == 11 and item.link.n == 1);
        item.link.touch();
        try expect(both(&item.link, &item) == 2131);
        try expect(item.link.owner().before == 1);
        try expect(viaLocal(&item.link) == 31);
    }`,
  'from an element to its neighbours, and copies that overlap': `
    const std = @import("std");
    const expect = std.testing.expect;
    fn total(p: [*c]const u8, n: usize) u32 {
        var s: u32 = 0;
        for (0..n) |i| s += p[i];
        return s;
    }
    fn through(first: *const u8) u32 {
        return total(first, 3);
    }
    fn inner(items: []const u8) u32 {
        return through(&items[1]);
    }
    test "neighbours" {
        const list = [_]u8{ 1, 2, 3, 4 };
        var other = [_]u8{ 1, 2, 3, 4 };
        try expect(total(&list[1], 3) == 9);
        try expect(total(&other[0], 4) == 10);
        other[2] = 9;
        try expect(inner(&other) == 15);
    }
    test "overlapping copies" {
        var buf = [_]u8{ 1, 2, 3, 4, 5, 6 };
        @memmove(buf[1..5], buf[0..4]);
        try expect(buf[4] == 4 and buf[5] == 6);
        var n: usize = 2;
        _ = &n;
        const p: [*]u8 = &buf;
        const a = p[0..n];
        const b = p[n .. n + 2];
        @memcpy(a, b);
        try expect(buf[0] == 2 and buf[1] == 3);
    }`,
  'a copy onto itself': `
    pub fn main() void {
        var buf = [_]u8{ 1, 2, 3 };
        var n: usize = 2;
        _ = &n;
        const p: [*]u8 = &buf;
        @memcpy(p[0..n], p[1 .. n + 1]);
    }`,
});

test('a pointer that leads to the parent is raw from where the address of the field is taken', () => {
  const zig = `
    const Item = struct { link: u32, value: u32 };
    fn value(link: *u32) u32 { const item: *Item = @fieldParentPtr("link", link); return item.value; }
    fn again(link: *u32) u32 { return value(link); }
    pub fn first(item: *Item) u32 { return again(&item.link); }`;
  const rust = transpileProject(fileWith(zig), {}).files.get('src/lib.rs') ?? '';
  expect(rust).toContain('unsafe fn value(link: *mut u32)');
  expect(rust).toContain('unsafe fn again(link: *mut u32)');
  expect(rust).toContain('&raw mut item.link');
});
