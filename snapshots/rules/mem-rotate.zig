const std = @import("std");

fn rotate(items: []u32, amount: usize) void {
    std.mem.rotate(u32, items, amount);
}

test "mem rotate" {
    var items = [_]u32{ 1, 2, 3 };
    rotate(&items, 1);
    try std.testing.expectEqual([_]u32{ 2, 3, 1 }, items);
}
