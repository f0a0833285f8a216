/** What whole programs of everyday Zig met that smaller cases did not. */
import { describeSameBehaviour } from '../support/differential.js';

describeSameBehaviour('everyday programs', {
  'values on their way into wider ones': `
    const std = @import("std");
    fn port(text: []const u8) ?u16 {
        return std.fmt.parseInt(u16, text, 10) catch null;
    }
    fn find(items: []const u8, wanted: u8) error{NotFound}!usize {
        return std.mem.indexOfScalar(u8, items, wanted) orelse error.NotFound;
    }
    fn first(items: []const u32) !u64 {
        const head: ?u32 = if (items.len == 0) null else items[0];
        return head orelse error.Empty;
    }
    test "catch null" {
        try std.testing.expectEqual(80, port("80").?);
        try std.testing.expect(port("x") == null);
    }
    test "orelse error" {
        try std.testing.expectEqual(1, try find("abc", 'b'));
        try std.testing.expectError(error.NotFound, find("abc", 'x'));
        try std.testing.expectEqual(7, try first(&.{7}));
        try std.testing.expectError(error.Empty, first(&.{}));
    }
    test "texts of different lengths without a name" {
        var length: usize = 0;
        for ([_][]const u8{ "a", "bcd", "" }) |text| length += text.len;
        for ([_]?[]const u8{ null, "ef" }) |text| length += if (text) |t| t.len else 10;
        try std.testing.expectEqual(16, length);
    }
    test "a literal is taken apart element by element" {
        var a: u32 = 1;
        var b: u32 = 2;
        a, b = .{ b, a };
        try std.testing.expectEqual(2, a);
        try std.testing.expectEqual(2, b);
        var list = [_]usize{ 10, 20, 30 };
        var i: usize = 0;
        i, list[i], const c = .{ 2, i + 5, list[0] };
        try std.testing.expectEqual([_]usize{ 7, 20, 30 }, list);
        try std.testing.expectEqual(7, c);
        const pair = .{ b, a + 1 };
        a, b = pair;
        try std.testing.expectEqual(3, b);
    }`,
  'errors that cannot occur in a generic type': `
    const std = @import("std");
    fn Stack(comptime T: type) type {
        return struct {
            items: std.ArrayList(T) = .empty,
            gpa: std.mem.Allocator,
            fn push(self: *@This(), value: T) !void {
                try self.items.append(self.gpa, value);
            }
            fn pushTwo(self: *@This(), value: T) !void {
                try self.push(value);
                try self.push(value);
            }
        };
    }
    test "push" {
        var stack = Stack(u8){ .gpa = std.testing.allocator };
        defer stack.items.deinit(stack.gpa);
        try stack.pushTwo(1);
        try std.testing.expectEqual(2, stack.items.items.len);
    }`,
  'a writer that is lent to a struct': `
    const std = @import("std");
    const Machine = struct {
        out: *std.Io.Writer,
        steps: u32 = 0,
        fn step(self: *Machine) !u32 {
            self.steps += 1;
            try self.out.print("step {d}, ", .{self.steps});
            return self.steps;
        }
        fn report(self: *Machine) !void {
            try self.out.print("now {d}\\n", .{try self.step()});
        }
    };
    pub fn main(init: std.process.Init) !void {
        var buffer: [64]u8 = undefined;
        var file = std.Io.File.stdout().writer(init.io, &buffer);
        const out = &file.interface;
        var machine = Machine{ .out = out };
        try machine.report();
        try out.print("{d} steps\\n", .{machine.steps});
        try out.flush();
    }`,
});
