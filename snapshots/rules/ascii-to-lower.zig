const std = @import("std");

fn change(c: u8) u8 {
    return std.ascii.toLower(c);
}

test "ascii to lower" {
    try std.testing.expectEqual('a', change('A'));
    try std.testing.expectEqual('1', change('1'));
}
