const std = @import("std");

fn write(w: *std.Io.Writer) !void {
    try w.print("{d}", .{12});
}

test "io allocating init" {
    var memory: std.Io.Writer.Allocating = .init(std.testing.allocator);
    defer memory.deinit();
    try write(&memory.writer);
    try std.testing.expectEqualStrings("12", memory.written());
}
