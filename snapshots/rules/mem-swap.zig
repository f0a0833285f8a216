const std = @import("std");

fn exchange(a: *u32, b: *u32) void {
    std.mem.swap(u32, a, b);
}

test "mem swap" {
    var a: u32 = 1;
    var b: u32 = 2;
    exchange(&a, &b);
    try std.testing.expectEqual(2, a);
    var items = [_]u32{ 1, 2, 3 };
    std.mem.swap(u32, &items[0], &items[2]);
    try std.testing.expectEqual([_]u32{ 3, 2, 1 }, items);
}
