const std = @import("std");

fn write(w: *std.Io.Writer) !void {
    try w.writeAll("abc");
}

test "io writer end" {
    var buffer: [32]u8 = undefined;
    var w: std.Io.Writer = .fixed(&buffer);
    try write(&w);
    try std.testing.expectEqual(3, w.end);
    w.end = 0;
    try std.testing.expectEqual(0, w.buffered().len);
}
