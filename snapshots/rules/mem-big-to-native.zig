const std = @import("std");

fn convert(value: u32) u32 {
    return std.mem.bigToNative(u32, value);
}

test "mem big to native" {
    try std.testing.expectEqual(1, std.mem.nativeToBig(u32, convert(1)));
}
