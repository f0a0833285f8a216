/** What Zig writes part by part into the place of an assignment, and what it reads before the value that follows. */
import { describeSameBehaviour } from '../support/differential.js';

const HEADER = `
const std = @import("std");
const S = struct { x: u32, y: u32 };
const N = struct { a: S, b: S, k: u32 = 0 };
const U = union(enum) { s: S, n: u32 };
fn show(name: []const u8, s: S) void {
    std.debug.print("{s} {d} {d}\\n", .{ name, s.x, s.y });
}
var yes = true;
var one: u32 = 1;
fn none() ?S {
    return null;
}
fn fails() error{E}!S {
    return error.E;
}
`;

/** A program that assigns each value to `a`, which is \`.{ .x = 1, .y = 2 }\` before, and prints it. */
function assigned(...values: readonly string[]): string {
  const steps = values.map(
    (value, index) => `    a = S{ .x = 1, .y = 2 };\n    a = ${value};\n    show("${index}", a);\n`,
  );
  return `${HEADER}pub fn main() void {\n    var a: S = S{ .x = 1, .y = 2 };\n${steps.join('')}}\n`;
}

const EXCHANGED = '.{ .x = a.y, .y = a.x }';

describeSameBehaviour('initialisers that read their own place', {
  'behind branches': assigned(
    EXCHANGED,
    `(${EXCHANGED})`,
    `if (yes) ${EXCHANGED} else a`,
    `if (yes) (if (!yes) a else ${EXCHANGED}) else a`,
    `switch (one) { 1 => ${EXCHANGED}, else => a }`,
    `none() orelse ${EXCHANGED}`,
    `fails() catch ${EXCHANGED}`,
    `fails() catch |e| switch (e) { error.E => ${EXCHANGED} }`,
  ),
  'out of blocks and loops': assigned(
    `blk: { if (yes) break :blk ${EXCHANGED}; break :blk a; }`,
    `for (0..3) |i| { if (i == 1) break ${EXCHANGED}; } else a`,
    `while (true) { break ${EXCHANGED}; }`,
    `outer: while (true) { for (0..2) |_| { if (yes) break :outer ${EXCHANGED}; } }`,
    `again: switch (one) { 1 => continue :again 2, else => break :again ${EXCHANGED} }`,
  ),
  'not with a type of their own': assigned(
    'S{ .x = a.y, .y = a.x }',
    `@as(S, ${EXCHANGED})`,
    'if (yes) S{ .x = a.y, .y = a.x } else a',
    `@as(S, if (yes) ${EXCHANGED} else a)`,
  ),
  'within others': `${HEADER}
    pub fn main() void {
        var q: N = .{ .a = .{ .x = 1, .y = 2 }, .b = .{ .x = 3, .y = 4 } };
        q = .{ .a = if (yes) .{ .x = q.a.y, .y = q.a.x } else q.b, .b = .{ .x = q.a.x, .y = q.b.x } };
        show("a", q.a);
        show("b", q.b);
        q = .{ .a = if (yes) S{ .x = q.b.y, .y = q.a.x } else q.b, .b = q.a };
        show("a", q.a);
        show("b", q.b);
        var two: [2]S = .{ .{ .x = 1, .y = 2 }, .{ .x = 3, .y = 4 } };
        two[one] = if (yes) .{ .x = two[one].y, .y = two[one].x } else two[0];
        show("two", two[1]);
        two = .{ two[1], two[0] };
        show("two", two[1]);
    }`,
  'of optionals and unions': `${HEADER}
    pub fn main() void {
        var o: ?S = .{ .x = 1, .y = 2 };
        o = .{ .x = o.?.y, .y = o.?.x };
        show("o", o.?);
        o = if (yes) .{ .x = o.?.y, .y = o.?.x + 5 } else null;
        show("o", o.?);
        o = null;
        o = .{ .x = one, .y = one };
        show("o", o.?);
        var u: U = .{ .s = .{ .x = 1, .y = 2 } };
        u = .{ .s = .{ .x = u.s.y, .y = u.s.x } };
        show("u", u.s);
        u = .{ .s = S{ .x = u.s.y, .y = u.s.x + 5 } };
        show("u", u.s);
        u = .{ .n = 5 };
        u = .{ .n = u.n + one };
        std.debug.print("{d}\\n", .{u.n});
    }`,
  'of a union by what it no longer has': `${HEADER}
    pub fn main() void {
        var u: U = .{ .s = .{ .x = one, .y = 2 } };
        _ = &u;
        u = .{ .n = u.s.x };
        std.debug.print("{d}\\n", .{u.n});
    }`,
  'of arrays and tuples': `${HEADER}
    pub fn main() void {
        var a: [2]u32 = .{ 1, 2 };
        a = if (yes) .{ a[1], a[0] } else a;
        std.debug.print("{any}\\n", .{a});
        a = .{ 1, 2 };
        a = @as([2]u32, .{ a[1], a[0] });
        std.debug.print("{any}\\n", .{a});
        var t: struct { u32, u32 } = .{ 1, 2 };
        t = if (yes) .{ t[1], t[0] } else t;
        std.debug.print("{any}\\n", .{t});
        var x: S = .{ .x = 1, .y = 2 };
        var y: S = .{ .x = 3, .y = 4 };
        x, y = .{ .{ .x = y.x, .y = x.x }, .{ .x = x.x, .y = y.x } };
        show("x", x);
        show("y", y);
    }`,
  'through a pointer, and left by an error': `${HEADER}
    fn half(fail: bool) error{E}!u32 {
        return if (fail) error.E else 7;
    }
    fn leave(a: *S) error{E}!void {
        a.* = .{ .x = 9, .y = try half(yes) };
    }
    pub fn main() void {
        var a: S = .{ .x = 1, .y = 2 };
        const p = &a;
        p.* = if (yes) .{ .x = a.y, .y = a.x } else a;
        show("to", a);
        a = S{ .x = 1, .y = 2 };
        a = if (yes) .{ .x = p.y, .y = p.x } else a;
        show("from", a);
        var b: S = .{ .x = 1, .y = 2 };
        leave(&b) catch {};
        show("left", b);
    }`,
});

describeSameBehaviour('what is read before the value', {
  'by compound assignments': `
    const std = @import("std");
    const Counter = struct {
        total: u32 = 5,
        n: u8 = 0,
        items: [3]u32 = .{ 1, 2, 3 },
        fn next(self: *Counter) u32 {
            self.n += 1;
            self.total *%= 3;
            return self.n;
        }
        fn cost(self: *const Counter, by: u32) u32 {
            return self.n + by;
        }
        fn sum(self: *Counter) u32 {
            self.total += self.next();
            self.total += self.cost(2);
            for (self.items) |item| self.total += self.cost(item);
            return self.total;
        }
    };
    const Packed = packed struct { a: u4 = 1, b: u12 = 3 };
    fn twice(p: *u32) u32 {
        p.* *%= 2;
        return 1;
    }
    fn twicePacked(p: *Packed) u12 {
        p.b *%= 2;
        return 1;
    }
    var global: u32 = 7;
    fn addGlobal(n: u32) u32 {
        global +|= n;
        return global;
    }
    pub fn main() void {
        var counter: Counter = .{};
        std.debug.print("{d}\\n", .{counter.sum()});
        var x: u32 = 3;
        x += twice(&x);
        x |= twice(&x);
        var p: Packed = .{};
        p.b += twicePacked(&p);
        p.b = twicePacked(&p) + p.b;
        global -= addGlobal(2) / 8;
        x += blk: {
            x = 100;
            break :blk 1;
        };
        std.debug.print("{d} {d} {d}\\n", .{ x, p.b, global });
    }`,
  'by loops over an array that changes': `
    const std = @import("std");
    pub fn main() void {
        var x: [3]u32 = .{ 5, 0, 7 };
        for (x, 0..) |e, k| {
            x = .{ e + 1, x[0], x[1] };
            std.debug.print("{d} {d} {any}\\n", .{ k, e, x });
        }
        for (&x, 0..) |*e, k| {
            x[2] += 1;
            if (k == 1) e.* += 1;
            std.debug.print("{d} {d}\\n", .{ k, e.* });
        }
    }`,
});

describeSameBehaviour('loops that do not look at what they point to', {
  'through a parameter': `
    const std = @import("std");
    fn fill(a: *[2]u31) void {
        for (a, 0..) |*e, k| {
            a.*[1] = @intCast(k);
            _ = e;
        }
    }
    pub fn main() void {
        var a: [2]u31 = .{ 1, 2 };
        fill(&a);
        std.debug.print("{any}\\n", .{a});
    }`,
});
