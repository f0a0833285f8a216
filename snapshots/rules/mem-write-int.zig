const std = @import("std");

fn store(bytes: *[4]u8, value: u32) void {
    std.mem.writeInt(u32, bytes, value, .big);
}

test "mem write int" {
    var bytes: [4]u8 = undefined;
    store(&bytes, 0x01020304);
    try std.testing.expectEqual([4]u8{ 1, 2, 3, 4 }, bytes);
}
