const std = @import("std");

fn check(c: u8) bool {
    return std.ascii.isDigit(c);
}

test "ascii is digit" {
    try std.testing.expect(check('7'));
    try std.testing.expect(!check('a'));
}
