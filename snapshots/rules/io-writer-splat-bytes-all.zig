const std = @import("std");

fn write(w: *std.Io.Writer) !void {
    try w.splatBytesAll("ab", 2);
}

test "io writer splat bytes all" {
    var buffer: [32]u8 = undefined;
    var w: std.Io.Writer = .fixed(&buffer);
    try write(&w);
    try std.testing.expectEqualStrings("abab", w.buffered());
}
