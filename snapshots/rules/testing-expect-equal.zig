const std = @import("std");

fn find(n: u32) ?u32 {
    return if (n == 0) null else n;
}

fn check(n: u32) error{Zero}!u32 {
    return if (n == 0) error.Zero else n;
}

test "testing expect equal" {
    try std.testing.expectEqual(3, find(3));
    try std.testing.expectEqual(null, find(0));
    try std.testing.expectEqual(3, check(3));
    try std.testing.expectEqual([2]u8{ 1, 2 }, [2]u8{ 1, 2 });
}
