/** Signatures of C: pointers that may be null are raw there, and options inside. */
import { describeSameBehaviour } from '../support/differential.js';

describeSameBehaviour('the C boundary', {
  'nullable pointers are taken, asked and given back': `
    const std = @import("std");
    const expect = std.testing.expect;
    export fn half(p: ?*const u32) u32 {
        const q = p orelse return 0;
        return q.* / 2;
    }
    export fn same(p: ?*u32) ?*u32 {
        return p;
    }
    export fn either(p: ?*const u32) u32 {
        if (p) |q| return q.*;
        return if (p == null) 1 else p.?.*;
    }
    fn compared(a: ?*const anyopaque, b: ?*const anyopaque) callconv(.c) c_int {
        const left: *const c_int = @ptrCast(@alignCast(a.?));
        const right: *const c_int = @ptrCast(@alignCast(b.?));
        return left.* - right.*;
    }
    test "called from Zig" {
        var n: u32 = 8;
        try expect(half(&n) == 4 and half(null) == 0);
        try expect(same(&n) == &n and same(null) == null);
        same(&n).?.* += 1;
        try expect(either(&n) == 9 and either(null) == 1);
        const small: c_int = 4;
        const large: c_int = 9;
        try expect(compared(&large, &small) == 5);
    }`,
  'text and callbacks with a context that may be null': `
    const std = @import("std");
    const expect = std.testing.expect;
    const Visitor = *const fn (context: ?*anyopaque, value: c_int) callconv(.c) ?*anyopaque;
    export fn visit(n: c_int, context: ?*anyopaque, visitor: Visitor) bool {
        var i: c_int = 0;
        var last: ?*anyopaque = null;
        while (i < n) : (i += 1) last = visitor(context, i);
        return last == context;
    }
    fn sum(context: ?*anyopaque, value: c_int) callconv(.c) ?*anyopaque {
        const total: *c_int = @ptrCast(@alignCast(context));
        total.* += value;
        return context;
    }
    fn nothing(context: ?*anyopaque, _: c_int) callconv(.c) ?*anyopaque {
        return if (context == null) null else context;
    }
    export fn nameOf(n: c_int) [*:0]const u8 {
        return if (n == 0) "zero" else "other";
    }
    export fn lengthOf(text: ?[*:0]const u8) usize {
        return std.mem.len(text orelse return 0);
    }
    test "called back" {
        var total: c_int = 0;
        try expect(visit(4, &total, sum));
        try expect(total == 6);
        try expect(visit(2, null, nothing));
        try expect(lengthOf(nameOf(0)) == 4 and lengthOf(nameOf(1)) == 5 and lengthOf(null) == 0);
        const buffer = [_:0]u8{ 'a', 'b' };
        try expect(lengthOf(&buffer) == 2);
        const callback: Visitor = sum;
        try expect(callback(&total, 1) != null and total == 7);
    }`,
  'a context that is null, cast to one that is not': `
    fn follow(context: ?*anyopaque) callconv(.c) u32 {
        const n: *u32 = @ptrCast(@alignCast(context));
        return n.*;
    }
    pub fn main() void {
        var n: u32 = 3;
        _ = follow(&n);
        _ = follow(null);
    }`,
});
