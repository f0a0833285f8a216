//! Questions about the target.
const std = @import("std");
const builtin = @import("builtin");

fn separator() u8 {
    return if (builtin.os.tag == .windows) '\\' else '/';
}

fn lineEnd() []const u8 {
    switch (builtin.os.tag) {
        .windows => return "\r\n",
        else => return "\n",
    }
}

fn isTesting() bool {
    return builtin.is_test;
}

test "target" {
    try std.testing.expectEqual(@as(u8, '/'), separator());
    try std.testing.expectEqualStrings("\n", lineEnd());
    try std.testing.expect(isTesting());
}
