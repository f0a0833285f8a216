const std = @import("std");

fn copy(r: *std.Io.Reader, w: *std.Io.Writer) !void {
    try r.streamExact(w, 4);
}

test "io reader stream exact" {
    var r: std.Io.Reader = .fixed("ab,c");
    var buffer: [8]u8 = undefined;
    var w: std.Io.Writer = .fixed(&buffer);
    try copy(&r, &w);
    try std.testing.expectEqualStrings("ab,c", w.buffered());
}
