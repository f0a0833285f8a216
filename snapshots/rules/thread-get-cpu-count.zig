const std = @import("std");

test "there is a processor" {
    const count = try std.Thread.getCpuCount();
    try std.testing.expect(count > 0);
}
