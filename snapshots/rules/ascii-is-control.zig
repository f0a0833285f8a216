const std = @import("std");

fn check(c: u8) bool {
    return std.ascii.isControl(c);
}

test "ascii is control" {
    try std.testing.expect(check('\n'));
    try std.testing.expect(!check('a'));
}
