const std = @import("std");

fn check(c: u8) bool {
    return std.ascii.isAscii(c);
}

test "ascii is ascii" {
    try std.testing.expect(check(0x7f));
    try std.testing.expect(!check(0x80));
}
