const std = @import("std");

pub fn direct() !void {
    const stdout = std.io.getStdOut().writer();
    try stdout.print("{d} {s}\n", .{ 1, "one" });
    try stdout.writeAll("all");
    _ = try stdout.write("some");
    try stdout.writeByte('.');
    try stdout.writeByteNTimes('-', 3);
    try stdout.writeBytesNTimes("ab", 3);
    try std.io.getStdErr().writeAll("error\n");
}

pub fn buffered() !void {
    var buffer = std.io.bufferedWriter(std.io.getStdOut().writer());
    const writer = buffer.writer();
    try writer.print("{d}", .{2});
    try writer.writeAll("all");
    _ = try writer.write("some");
    try writer.writeByte('\n');
    try writer.writeByteNTimes('-', 3);
    try writer.writeBytesNTimes("ab", 3);
    _ = try buffer.write("directly");
    try buffer.flush();
}

pub fn text(allocator: std.mem.Allocator) ![]u8 {
    var list = std.ArrayList(u8).init(allocator);
    const writer = list.writer();
    try writer.print("{d}:", .{3});
    try writer.writeAll("abc");
    _ = try writer.write("de");
    try writer.writeByte('f');
    try writer.writeByteNTimes('!', 2);
    return list.toOwnedSlice();
}
