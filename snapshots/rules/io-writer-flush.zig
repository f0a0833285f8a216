const std = @import("std");

fn write(w: *std.Io.Writer) !void {
    try w.flush();
}

test "io writer flush" {
    var buffer: [32]u8 = undefined;
    var w: std.Io.Writer = .fixed(&buffer);
    try write(&w);
    try std.testing.expectEqualStrings("", w.buffered());
}
