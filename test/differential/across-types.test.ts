/** Values that meet as another type than their own: errors of other sets, types of tests outside of them, pointers seen as optional ones. */
import { describeSameBehaviour } from '../support/differential.js';

describeSameBehaviour('across types', {
  'errors of different sets are compared at the wider one': `
    const std = @import("std");
    fn fails(seen: *?anyerror) error{Broken}!void {
        errdefer |err| seen.* = err;
        return error.Broken;
    }
    test "wider" {
        var seen: ?anyerror = null;
        if (fails(&seen)) unreachable else |err| {
            try std.testing.expectEqual(error.Broken, seen.?);
            try std.testing.expectEqual(error.Broken, err);
            try std.testing.expectEqual(seen.?, err);
        }
    }`,
  'a test names error.OutOfMemory': `
    const std = @import("std");
    const Narrow = error{OutOfMemory};
    const Wide = error{ AccessDenied, OutOfMemory };
    fn widen(err: Narrow) Wide {
        return err;
    }
    test "named" {
        try std.testing.expect(widen(Narrow.OutOfMemory) == Wide.OutOfMemory);
    }`,
  'a type of a test in an instance outside of it': `
    const std = @import("std");
    fn area(shape: anytype) u32 {
        return shape.width * shape.height();
    }
    fn Pair(comptime T: type) type {
        return struct { first: T, second: T };
    }
    test "exposed" {
        const Line = struct {
            width: u32,
            const Self = @This();
            pub fn height(_: Self) u32 {
                return 1;
            }
        };
        const Kind = enum { one, two };
        try std.testing.expect(area(Line{ .width = 7 }) == 7);
        const pair: Pair(Kind) = .{ .first = .one, .second = .two };
        try std.testing.expect(pair.first != pair.second);
    }`,
  'parts of constants': `
    const std = @import("std");
    test "walked" {
        const items = [_]i32{ 4, 5, 3 };
        var sum: i32 = 0;
        for (items[1..3]) |item| sum += item;
        for (items[0..1], 0..) |item, i| sum += item * @as(i32, @intCast(i));
        try std.testing.expect(sum == 8);
        const part: *const [2]i32 = items[1..3];
        try std.testing.expect(part[1] == 3);
    }`,
  'pointers that are never null as optional ones': `
    const std = @import("std");
    fn count(names: []const ?[*:0]const u8) usize {
        var sum: usize = 0;
        for (names) |name| sum += std.mem.span(name.?).len;
        return sum;
    }
    test "seen as optional" {
        const names = [2][*:0]const u8{ "window", "name" };
        try std.testing.expect(count(&names) == 10);
    }`,
  'strings of C are printed to their end': `
    const std = @import("std");
    const Info = struct { name: [*:0]const u8 };
    export fn show(text: [*:0]const u8) void {
        std.debug.print("'{s}' twice [{s:>8}]\\n", .{ text, text });
    }
    pub fn main() void {
        show("hello");
        const info: Info = .{ .name = "x y" };
        std.debug.print("{s}\\n", .{info.name});
    }`,
  'a C callback that takes a nullable pointer': `
    const std = @import("std");
    var hits: u32 = 0;
    const Callback = *const fn (?*anyopaque) callconv(.c) void;
    fn bump(context: ?*anyopaque) callconv(.c) void {
        _ = context;
        hits += 1;
    }
    fn run(callback: Callback, context: ?*anyopaque) u32 {
        callback(context);
        return hits;
    }
    pub fn main() void {
        var count: u32 = 4;
        const first = run(&bump, &count);
        const second = run(bump, null);
        std.debug.print("{d} {d} {d}\\n", .{ hits + count, first, second });
    }`,
});
