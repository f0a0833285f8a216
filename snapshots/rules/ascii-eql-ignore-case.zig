const std = @import("std");

fn isYes(text: []const u8) bool {
    return std.ascii.eqlIgnoreCase(text, "yes");
}

test "ascii eql ignore case" {
    try std.testing.expect(isYes("Yes"));
    try std.testing.expect(!isYes("no"));
}
