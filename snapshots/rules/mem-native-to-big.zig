const std = @import("std");

fn convert(value: u32) u32 {
    return std.mem.nativeToBig(u32, value);
}

test "mem native to big" {
    try std.testing.expectEqual(1, std.mem.bigToNative(u32, convert(1)));
}
