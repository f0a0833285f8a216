const std = @import("std");

fn lessThan(_: void, a: u32, b: u32) bool {
    return a < b;
}

test "mem sort unstable" {
    var numbers = [_]u32{ 3, 1, 2 };
    std.mem.sortUnstable(u32, &numbers, {}, lessThan);
    try std.testing.expectEqual([_]u32{ 1, 2, 3 }, numbers);
}
