const std = @import("std");

fn write(w: *std.Io.Writer) !void {
    try w.print("{d}, {d}", .{ 1, @as(u8, 2) });
}

test "io writer print" {
    var buffer: [32]u8 = undefined;
    var w: std.Io.Writer = .fixed(&buffer);
    try write(&w);
    try std.testing.expectEqualStrings("1, 2", w.buffered());
}
