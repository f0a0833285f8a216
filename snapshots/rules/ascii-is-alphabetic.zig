const std = @import("std");

fn check(c: u8) bool {
    return std.ascii.isAlphabetic(c);
}

test "ascii is alphabetic" {
    try std.testing.expect(check('q'));
    try std.testing.expect(!check('7'));
}
