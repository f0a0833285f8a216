const std = @import("std");

fn write(w: *std.Io.Writer) !void {
    try w.print("{d}", .{12});
}

test "io discarding full count" {
    var buffer: [8]u8 = undefined;
    var sink: std.Io.Writer.Discarding = .init(&buffer);
    try write(&sink.writer);
    try std.testing.expectEqual(2, sink.fullCount());
}
