const std = @import("std");

fn check(a: []const u8, b: []const u8) bool {
    return std.mem.lessThan(u8, a, b);
}

test "mem less than" {
    try std.testing.expect(check("abc", "abd"));
    try std.testing.expect(!check("abc", "abc"));
}
