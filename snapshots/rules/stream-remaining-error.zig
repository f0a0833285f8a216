const std = @import("std");

fn copy(r: *std.Io.Reader, w: *std.Io.Writer) !void {
    _ = try r.streamRemaining(w);
}

test "stream remaining error" {
    var r: std.Io.Reader = .fixed("ab,c");
    var buffer: [8]u8 = undefined;
    var w: std.Io.Writer = .fixed(&buffer);
    try copy(&r, &w);
    try std.testing.expectEqualStrings("ab,c", w.buffered());
}
