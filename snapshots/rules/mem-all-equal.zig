const std = @import("std");

fn check(a: []const u8, c: u8) bool {
    return std.mem.allEqual(u8, a, c);
}

test "mem all equal" {
    try std.testing.expect(check("aaa", 'a'));
    try std.testing.expect(!check("aba", 'a'));
}
