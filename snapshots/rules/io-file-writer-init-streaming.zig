const std = @import("std");

pub fn main(init: std.process.Init) !void {
    var buffer: [64]u8 = undefined;
    var writer: std.Io.File.Writer = .initStreaming(.stderr(), init.io, &buffer);
    try writer.interface.writeAll("words\n");
    try writer.interface.flush();
}
