const std = @import("std");

fn check(c: u8) bool {
    return std.ascii.isLower(c);
}

test "ascii is lower" {
    try std.testing.expect(check('a'));
    try std.testing.expect(!check('A'));
}
