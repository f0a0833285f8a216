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

const is_debug = builtin.mode == .Debug;

fn checked(n: u32) u32 {
    if (is_debug and n > 100) @panic("too much");
    return if (builtin.is_test) n + 1 else n;
}

test "target" {
    try std.testing.expectEqual(@as(u8, '/'), separator());
    try std.testing.expectEqualStrings("\n", lineEnd());
    try std.testing.expect(isTesting());
    try std.testing.expectEqual(6, checked(5));
}
