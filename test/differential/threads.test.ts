/** `std.Thread`. */
import { describeSameBehaviour } from '../support/differential.js';

describeSameBehaviour('threads', {
  'share what they are given, and are joined from an array': `
    const std = @import("std");
    const Shared = struct { total: std.atomic.Value(u32) = .init(0), name: []const u8 };
    fn work(shared: *Shared, times: usize) void {
        for (0..times) |_| _ = shared.total.fetchAdd(1, .seq_cst);
    }
    pub fn main() !void {
        var shared: Shared = .{ .name = "all" };
        var threads: [4]std.Thread = undefined;
        for (&threads, 0..) |*thread, i| thread.* = try std.Thread.spawn(.{}, work, .{ &shared, 100 * i });
        for (threads) |thread| thread.join();
        std.debug.print("{s} {d}\\n", .{ shared.name, shared.total.load(.seq_cst) });
    }`,
  'have variables of their own, and may start others': `
    const std = @import("std");
    threadlocal var depth: u32 = 5;
    var deepest: u32 = 0;
    fn descend(left: u32, path: []u8) void {
        depth += left;
        path[left] = @intCast(depth);
        deepest = @max(deepest, depth);
        if (left == 0) return;
        const next = std.Thread.spawn(.{ .stack_size = 1 << 20 }, descend, .{ left - 1, path }) catch return;
        next.join();
    }
    test "descend" {
        var path = [_]u8{0} ** 4;
        const first = try std.Thread.spawn(.{}, descend, .{ 3, &path });
        first.join();
        try std.testing.expectEqualSlices(u8, &.{ 5, 6, 7, 8 }, &path);
        try std.testing.expectEqual(8, deepest);
        try std.testing.expectEqual(5, depth);
    }`,
  'are given pointers of every sort, and what comes of methods': `
    const std = @import("std");
    const Task = struct {
        input: []const u32,
        output: ?*u64,
        fn run(self: *const Task, bonus: ?*const u64) void {
            var sum: u64 = if (bonus) |b| b.* else 0;
            for (self.input) |n| sum += n;
            if (self.output) |output| output.* = sum;
        }
    };
    test "tasks" {
        var results = [_]u64{ 0, 0 };
        var bonus: u64 = 100;
        const tasks = [_]Task{
            .{ .input = &.{ 1, 2, 3 }, .output = &results[0] },
            .{ .input = &.{ 4, 5 }, .output = &results[1] },
        };
        var threads: [2]std.Thread = undefined;
        for (&tasks, 0..) |*task, i| {
            threads[i] = try std.Thread.spawn(.{}, Task.run, .{ task, if (i == 0) &bonus else null });
        }
        for (threads) |thread| thread.join();
        bonus += 1;
        try std.testing.expectEqual([_]u64{ 106, 9 }, results);
        try std.testing.expectEqual(101, bonus);
    }`,
  'whose error leaves them': `
    const std = @import("std");
    fn check(n: u32) !void {
        if (n > 2) return error.TooLarge;
        std.debug.print("{d} is well\\n", .{n});
    }
    pub fn main() !void {
        for (1..3) |n| {
            const thread = try std.Thread.spawn(.{}, check, .{@as(u32, @intCast(n))});
            thread.join();
        }
    }`,
});
