const std = @import("std");

pub fn main(init: std.process.Init) !void {
    var buffer: [64]u8 = undefined;
    var reader = std.Io.File.stdin().reader(init.io, &buffer);
    const in = &reader.interface;
    var lines: usize = 0;
    while (try in.takeDelimiter('\n')) |_| lines += 1;
    std.debug.print("{d} lines\n", .{lines});
}
