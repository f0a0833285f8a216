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
});
