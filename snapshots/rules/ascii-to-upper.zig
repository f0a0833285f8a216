const std = @import("std");

fn change(c: u8) u8 {
    return std.ascii.toUpper(c);
}

test "ascii to upper" {
    try std.testing.expectEqual('A', change('a'));
    try std.testing.expectEqual('1', change('1'));
}
