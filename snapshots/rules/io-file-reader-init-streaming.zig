const std = @import("std");

pub fn main(init: std.process.Init) !void {
    var buffer: [64]u8 = undefined;
    var reader: std.Io.File.Reader = .initStreaming(.stdin(), init.io, &buffer);
    while (try reader.interface.takeDelimiter('\n')) |line| std.debug.print("{s}\n", .{line});
}
