const std = @import("std");

fn convert(value: u32) u32 {
    return std.mem.nativeToLittle(u32, value);
}

test "mem native to little" {
    try std.testing.expectEqual(1, std.mem.littleToNative(u32, convert(1)));
}
