const std = @import("std");

fn check(a: []const u8, b: []const u8) bool {
    return std.mem.startsWith(u8, a, b);
}

test "mem starts with" {
    try std.testing.expect(check("abc", "ab"));
    try std.testing.expect(!check("abc", "b"));
}
