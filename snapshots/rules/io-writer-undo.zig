const std = @import("std");

fn write(w: *std.Io.Writer) !void {
    try w.writeAll("abc");
    w.undo(1);
}

test "io writer undo" {
    var buffer: [32]u8 = undefined;
    var w: std.Io.Writer = .fixed(&buffer);
    try write(&w);
    try std.testing.expectEqualStrings("ab", w.buffered());
}
