const std = @import("std");

fn write(w: *std.Io.Writer) !void {
    try w.splatByteAll('-', 3);
}

test "io writer splat byte all" {
    var buffer: [32]u8 = undefined;
    var w: std.Io.Writer = .fixed(&buffer);
    try write(&w);
    try std.testing.expectEqualStrings("---", w.buffered());
}
