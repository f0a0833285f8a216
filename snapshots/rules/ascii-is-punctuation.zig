const std = @import("std");

fn check(c: u8) bool {
    return std.ascii.isPunctuation(c);
}

test "ascii is punctuation" {
    try std.testing.expect(check('!'));
    try std.testing.expect(!check('a'));
}
