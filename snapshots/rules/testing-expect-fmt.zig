const std = @import("std");

fn count() u32 {
    return 7;
}

test "testing expect fmt" {
    try std.testing.expectFmt("n = 007", "n = {d:0>3}", .{count()});
}
