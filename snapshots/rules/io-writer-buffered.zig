const std = @import("std");

fn write(w: *std.Io.Writer) !void {
    try w.writeAll("y");
}

test "io writer buffered" {
    var buffer: [32]u8 = undefined;
    var w: std.Io.Writer = .fixed(&buffer);
    try write(&w);
    try std.testing.expectEqualStrings("y", w.buffered());
}
