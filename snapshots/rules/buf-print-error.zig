const std = @import("std");

fn label(buffer: []u8, n: u32) error{NoSpaceLeft}![]u8 {
    return std.fmt.bufPrint(buffer, "{d}", .{n});
}

test "buf print error" {
    var buffer: [2]u8 = undefined;
    try std.testing.expectError(error.NoSpaceLeft, label(&buffer, 123));
}
