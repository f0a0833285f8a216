const std = @import("std");

fn check(c: u8) bool {
    return std.ascii.isPrint(c);
}

test "ascii is print" {
    try std.testing.expect(check(' '));
    try std.testing.expect(!check('\n'));
}
