const std = @import("std");

fn narrow(x: u32) ?u8 {
    return std.math.cast(u8, x);
}

test "math cast" {
    try std.testing.expectEqual(200, narrow(200));
    try std.testing.expectEqual(null, narrow(300));
}
