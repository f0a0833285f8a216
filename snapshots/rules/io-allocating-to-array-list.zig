const std = @import("std");

fn write(w: *std.Io.Writer) !void {
    try w.print("{d}", .{12});
}

test "io allocating to array list" {
    var memory: std.Io.Writer.Allocating = .init(std.testing.allocator);
    defer memory.deinit();
    try write(&memory.writer);
    var list = memory.toArrayList();
    defer list.deinit(std.testing.allocator);
    try std.testing.expectEqualStrings("12", list.items);
}
