const std = @import("std");

fn write(w: *std.Io.Writer) !void {
    try w.print("{d}", .{12});
}

test "io allocating clear retaining capacity" {
    var memory: std.Io.Writer.Allocating = .init(std.testing.allocator);
    defer memory.deinit();
    try write(&memory.writer);
    memory.clearRetainingCapacity();
    try std.testing.expectEqual(0, memory.written().len);
}
