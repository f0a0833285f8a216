/** Container-level variables: read and stored as wholes, and those that somebody holds a pointer to. */
import { describeSameBehaviour } from '../support/differential.js';

describeSameBehaviour('variables', {
  'that are only read and stored': `
    const std = @import("std");
    const expect = std.testing.expect;
    const expectEqual = std.testing.expectEqual;

    var total: u32 = 5;
    var small: u3 = 1;
    var signed: i64 = -1;
    var flag = false;
    threadlocal var depth: u5 = 0;
    threadlocal var ratio: f32 = 0.5;
    threadlocal var colour: enum { red, green } = .red;

    fn raise(by: u32) u32 {
        total += by;
        return total;
    }
    fn word(n: u3) []const u8 {
        small = n;
        return switch (small) {
            0 => "none",
            1, 2 => "few",
            else => |many| if (many > 5) "most" else "many",
        };
    }
    test "read before and after the value" {
        total = 5;
        total += raise(1);
        try expectEqual(@as(u32, 11), total);
        total = raise(1) + total;
        try expectEqual(@as(u32, 24), total);
        total +%= 0xffff_ffff;
        total |= 8;
        total ^= 1;
        total &= 0xfe;
        total <<= 2;
        try expectEqual(@as(u32, 120), total);
        total -|= 200;
        try expect(total == 0);
    }
    test "of all kinds" {
        try expect(std.mem.eql(u8, word(0), "none"));
        try expect(std.mem.eql(u8, word(5), "many"));
        try expect(std.mem.eql(u8, word(7), "most"));
        small +%= 2;
        try expectEqual(@as(u3, 1), small);
        signed *= 3;
        try expectEqual(@as(i64, -3), signed);
        flag = !flag;
        if (flag) depth += 3;
        depth <<= 1;
        try expectEqual(@as(u5, 6), depth);
        ratio /= 2;
        try expectEqual(@as(f32, 0.25), ratio);
        colour = .green;
        try expect(colour == .green);
    }`,

  'that somebody holds a pointer to': `
    const std = @import("std");
    const expectEqual = std.testing.expectEqual;

    var pointed: u32 = 1;
    var reached: u32 = 2;
    const at: *u32 = &reached;
    var pair = [2]u32{ 3, 4 };

    fn bump(p: *u32) void {
        p.* += 1;
    }
    test "changed through it" {
        bump(&pointed);
        at.* += pointed;
        bump(&pair[1]);
        for (&pair) |*one| one.* += 1;
        try expectEqual(@as(u32, 2), pointed);
        try expectEqual(@as(u32, 4), reached);
        try expectEqual([2]u32{ 4, 6 }, pair);
    }`,
});
