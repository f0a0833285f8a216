const std = @import("std");

fn check(c: u8) bool {
    return std.ascii.isHex(c);
}

test "ascii is hex" {
    try std.testing.expect(check('f'));
    try std.testing.expect(!check('g'));
}
