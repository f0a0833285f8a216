const std = @import("std");

fn pick(kind: u8) u8 {
    return switch (kind) {
        0 => 1,
        else => std.debug.panic("unknown kind {d}", .{kind}),
    };
}

test "debug panic" {
    try std.testing.expectEqual(1, pick(0));
}
