const std = @import("std");

fn port(text: []const u8) ?u16 {
    return std.fmt.parseUnsigned(u16, text, 10) catch null;
}

test "fmt parse unsigned" {
    try std.testing.expectEqual(8080, port("8080").?);
    try std.testing.expect(port("-1") == null);
}
