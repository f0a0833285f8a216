const std = @import("std");

fn lessThan(_: void, a: u32, b: u32) bool {
    return a < b;
}

test "sort heap" {
    var numbers = [_]u32{ 3, 1, 2 };
    std.sort.heap(u32, &numbers, {}, lessThan);
    try std.testing.expectEqual([_]u32{ 1, 2, 3 }, numbers);
}
