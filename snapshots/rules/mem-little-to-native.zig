const std = @import("std");

fn convert(value: u32) u32 {
    return std.mem.littleToNative(u32, value);
}

test "mem little to native" {
    try std.testing.expectEqual(1, std.mem.nativeToLittle(u32, convert(1)));
}
