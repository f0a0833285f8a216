const std = @import("std");

fn half(n: u32) u32 {
    std.debug.assert(n % 2 == 0);
    return n / 2;
}

test "debug assert" {
    try std.testing.expectEqual(2, half(4));
}
