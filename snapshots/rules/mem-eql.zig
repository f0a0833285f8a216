const std = @import("std");

fn check(a: []const u8, b: []const u8) bool {
    return std.mem.eql(u8, a, b);
}

test "mem eql" {
    try std.testing.expect(check("abc", "abc"));
    try std.testing.expect(!check("abc", "abd"));
}
