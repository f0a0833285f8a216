const std = @import("std");

fn check(c: u8) bool {
    return std.ascii.isAlphanumeric(c);
}

test "ascii is alphanumeric" {
    try std.testing.expect(check('7'));
    try std.testing.expect(!check('-'));
}
