const std = @import("std");

fn check(c: u8) bool {
    return std.ascii.isUpper(c);
}

test "ascii is upper" {
    try std.testing.expect(check('A'));
    try std.testing.expect(!check('a'));
}
