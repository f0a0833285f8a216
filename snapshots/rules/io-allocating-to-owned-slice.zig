const std = @import("std");

fn write(w: *std.Io.Writer) !void {
    try w.print("{d}", .{12});
}

test "io allocating to owned slice" {
    var memory: std.Io.Writer.Allocating = .init(std.testing.allocator);
    defer memory.deinit();
    try write(&memory.writer);
    const text = try memory.toOwnedSlice();
    defer std.testing.allocator.free(text);
    try std.testing.expectEqualStrings("12", text);
}
