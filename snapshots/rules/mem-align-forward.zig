const std = @import("std");

fn align8(address: usize) usize {
    return std.mem.alignForward(usize, address, 8);
}

test "mem align forward" {
    try std.testing.expectEqual(16, align8(9));
    try std.testing.expectEqual(8, align8(8));
}
