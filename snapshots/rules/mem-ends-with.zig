const std = @import("std");

fn check(a: []const u8, b: []const u8) bool {
    return std.mem.endsWith(u8, a, b);
}

test "mem ends with" {
    try std.testing.expect(check("abc", "bc"));
    try std.testing.expect(!check("abc", "b"));
}
