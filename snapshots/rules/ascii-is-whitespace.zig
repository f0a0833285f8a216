const std = @import("std");

fn check(c: u8) bool {
    return std.ascii.isWhitespace(c);
}

test "ascii is whitespace" {
    try std.testing.expect(check(0x0b));
    try std.testing.expect(!check('a'));
}
