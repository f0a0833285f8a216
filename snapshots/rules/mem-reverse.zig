const std = @import("std");

fn turn(items: []u32) void {
    std.mem.reverse(u32, items);
}

test "mem reverse" {
    var items = [_]u32{ 1, 2, 3 };
    turn(&items);
    try std.testing.expectEqual([_]u32{ 3, 2, 1 }, items);
}
