const std = @import("std");

fn first(bytes: *const [4]u8) u32 {
    return std.mem.readInt(u32, bytes, .little);
}

test "mem read int" {
    try std.testing.expectEqual(0x04030201, first(&.{ 1, 2, 3, 4 }));
}
