const std = @import("std");

fn check(c: u8) bool {
    return std.ascii.isGraphical(c);
}

test "ascii is graphical" {
    try std.testing.expect(check('!'));
    try std.testing.expect(!check(' '));
}
