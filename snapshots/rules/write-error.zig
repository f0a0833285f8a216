const std = @import("std");

fn write(w: *std.Io.Writer) !void {
    try w.writeAll("abc");
}

test "write error" {
    var buffer: [2]u8 = undefined;
    var w: std.Io.Writer = .fixed(&buffer);
    try std.testing.expectError(error.WriteFailed, write(&w));
}
