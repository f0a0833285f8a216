const std = @import("std");

fn write(w: *std.Io.Writer) !void {
    _ = try w.write("abc");
}

test "io writer write" {
    var buffer: [32]u8 = undefined;
    var w: std.Io.Writer = .fixed(&buffer);
    try write(&w);
    try std.testing.expectEqualStrings("abc", w.buffered());
}
