const std = @import("std");

fn write(w: *std.Io.Writer) !void {
    try w.print("{d}", .{12});
}

test "io allocating init capacity" {
    var memory: std.Io.Writer.Allocating = try .initCapacity(std.testing.allocator, 16);
    defer memory.deinit();
    try write(&memory.writer);
    try std.testing.expectEqualStrings("12", memory.written());
}
